package dev.newsfold.jobs;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.Story;
import dev.newsfold.report.KeyTotal;
import dev.newsfold.report.LedgerTotals;
import dev.newsfold.report.RunFacts;
import dev.newsfold.report.RunReport;
import dev.newsfold.report.Totals;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** What a pipeline has left in its staging folder, read back to be accounted for and reported. */
final class StagedRun {
  private final Path staging;
  private final List<RunManifest.DataFile> files;
  private final Totals totals;

  private LedgerTotals ledger = LedgerTotals.NONE;
  private long inputFiles;
  private long unexplainedFiles;
  private long crossPosts;
  private final Worst<InputFile> worstFiles = new Worst<>(RunReport.WORST_FIRST, RunReport.FILES);
  private final Worst<Story> widestStories = new Worst<>(RunReport.WIDEST_FIRST, RunReport.STORIES);
  private final List<DailyAggregate> windows = new ArrayList<>();
  private final Map<Dimension, Map<String, KeyTotal>> keys = new EnumMap<>(Dimension.class);

  private StagedRun(Path staging, List<StagedFile> staged, Totals totals) {
    this.staging = staging;
    this.files = RunManifest.filesOf(staged);
    this.totals = totals;
  }

  /**
   * Reads what a pipeline has left.
   *
   * @throws JobException if it left nothing, or does not account for every capture
   */
  static StagedRun read(Path staging) throws IOException, JobException {
    if (!Files.exists(RunLayout.filesIn(staging))) {
      throw new JobException(
          ExitCode.FAILED, "the pipeline ended without its list of files; nothing is published");
    }
    List<StagedFile> staged = new ArrayList<>();
    AvroFiles.read(RunLayout.filesIn(staging), StagedFile.class, staged::add);
    Totals totals = Totals.fromBytes(Files.readAllBytes(RunLayout.totalsIn(staging)));
    StagedRun run = new StagedRun(staging, staged, totals);
    run.readAll(Dataset.LEDGER, InputFile.class, run::account);
    run.readAll(Dataset.STORIES, Story.class, run::tell);
    run.readAll(Dataset.AGGREGATES, DailyAggregate.class, run::count);
    if (run.unexplainedFiles > 0) {
      throw new JobException(
          ExitCode.FAILED,
          "captures of "
              + run.unexplainedFiles
              + " input files are unaccounted for; nothing is published. Worst: "
              + run.worstFiles.items().get(0));
    }
    return run;
  }

  private <T extends SpecificRecord> void readAll(Dataset dataset, Class<T> type, Consumer<T> sink)
      throws IOException {
    List<Path> paths =
        files.stream()
            .filter(file -> file.dataset().equals(dataset.folder()))
            .map(file -> staging.resolve(file.path()))
            .toList();
    AvroFiles.readStaged(paths, type, sink);
  }

  private void account(InputFile file) {
    inputFiles++;
    if (Ledger.unexplained(file) != 0) {
      unexplainedFiles++;
    }
    ledger = ledger.plus(LedgerTotals.of(file));
    worstFiles.offer(file);
  }

  private void tell(Story story) {
    widestStories.offer(story);
    crossPosts += Math.max(0, story.getMembers().size() - 1);
  }

  private void count(DailyAggregate row) {
    if (row.getDimension() == Dimension.ALL) {
      windows.add(row);
    } else {
      keys.computeIfAbsent(row.getDimension(), dimension -> new HashMap<>())
          .merge(row.getKey(), KeyTotal.of(row), KeyTotal::plus);
    }
  }

  List<RunManifest.DataFile> files() {
    return files;
  }

  LedgerTotals ledger() {
    return ledger;
  }

  /** Articles, of this run and earlier ones, that are copies in the stories which it wrote. */
  long crossPosts() {
    return crossPosts;
  }

  /** The numbers of {@code run.json}. */
  SortedMap<String, Long> numbers() {
    SortedMap<String, RunManifest.Count> counts = RunManifest.countsOf(files);
    SortedMap<String, Long> numbers = new TreeMap<>();
    numbers.put("inputFiles", inputFiles);
    numbers.put("captures", ledger.captures());
    numbers.put("articles", ledger.articles());
    numbers.put("recaptures", ledger.recaptures());
    numbers.put("rejections", ledger.rejected());
    numbers.put("skips", ledger.skipped());
    numbers.put("stories", records(counts, Dataset.STORIES));
    numbers.put("undated", totals.undated());
    numbers.put("late", records(counts, Dataset.LATE));
    return numbers;
  }

  private static long records(Map<String, RunManifest.Count> counts, Dataset dataset) {
    return counts.getOrDefault(dataset.folder(), RunManifest.Count.NONE).records();
  }

  /** What the report shows. */
  RunReport report(RunFacts facts) {
    Map<String, Long> records = new TreeMap<>();
    RunManifest.countsOf(files).forEach((name, count) -> records.put(name, count.records()));
    Map<Dimension, List<KeyTotal>> largest = new EnumMap<>(Dimension.class);
    keys.forEach((dimension, rows) -> largest.put(dimension, List.copyOf(rows.values())));
    return new RunReport(
        facts,
        records,
        crossPosts,
        ledger,
        worstFiles.items(),
        windows,
        widestStories.items(),
        largest,
        totals);
  }

  /** Keeps the first few of many, in an order. */
  private static final class Worst<T> {
    private final Comparator<T> order;
    private final int limit;
    private final List<T> items = new ArrayList<>();

    private Worst(Comparator<T> order, int limit) {
      this.order = order;
      this.limit = limit;
    }

    private void offer(T item) {
      items.add(item);
      if (items.size() >= 2 * limit) {
        trim();
      }
    }

    private void trim() {
      items.sort(order);
      items.subList(Math.min(limit, items.size()), items.size()).clear();
    }

    private List<T> items() {
      trim();
      return List.copyOf(items);
    }
  }
}
