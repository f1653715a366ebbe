package dev.newsfold.jobs;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.aggregate.RunTotals;
import dev.newsfold.captures.Quantity;
import dev.newsfold.flow.CountRecords;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.StagedFile;
import dev.newsfold.report.LedgerTotals;
import dev.newsfold.report.RunReport;
import dev.newsfold.report.TopList;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunCounts;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a pipeline has written and left for its launcher, read back to be accounted for and
 * reported.
 */
final class StagedRun {
  private final OutputFolder output;
  private final List<RunManifest.DataFile> files;

  private final SortedMap<String, Long> counts;
  private final LedgerTotals ledger;

  private long unexplainedFiles;
  private final TopList<InputFile> worstFiles = new TopList<>(RunReport.WORST_FIRST, 1);

  private StagedRun(
      OutputFolder output, List<RunManifest.DataFile> files, SortedMap<String, Long> counts) {
    this.output = output;
    this.counts = counts;
    this.ledger = ledgerOf(counts);
    this.files = files;
  }

  /**
   * Reads what a pipeline has left.
   *
   * @throws JobException if it left nothing, or does not account for every capture
   */
  static StagedRun read(RunLayout layout) throws IOException, JobException {
    OutputFolder staging = layout.staging();
    if (!staging.exists(RunLayout.FILES)) {
      throw new JobException(
          ExitCode.FAILED, "the pipeline ended without its list of files; nothing is published");
    }
    List<RunManifest.DataFile> files = filesIn(layout);
    StagedRun run = new StagedRun(layout.output(), files, RunCounts.read(staging));
    run.readAll(Dataset.LEDGER, InputFile.class, run::account);
    if (run.ledger.unexplained() != 0) {
      throw new JobException(
          ExitCode.FAILED,
          "unaccounted for: "
              + Quantity.of(run.ledger.unexplained(), "capture")
              + "; nothing is published");
    }
    if (run.unexplainedFiles > 0) {
      throw new JobException(
          ExitCode.FAILED,
          "unaccounted for: captures of "
              + Quantity.of(run.unexplainedFiles, "input file")
              + "; nothing is published. Worst: "
              + run.worstFiles.items().get(0));
    }
    return run;
  }

  /** The files that a pipeline has left. */
  static List<RunManifest.DataFile> filesIn(RunLayout layout) throws IOException {
    List<StagedFile> staged = new ArrayList<>();
    AvroFiles.read(layout.staging(), RunLayout.FILES, StagedFile.class, staged::add);
    return RunManifest.filesOf(staged);
  }

  private <T extends SpecificRecord> void readAll(Dataset dataset, Class<T> type, Consumer<T> sink)
      throws IOException {
    readAll(output, files, dataset, type, sink);
  }

  /** Hands on the records of those of the files that are of one dataset. */
  static <T extends SpecificRecord> void readAll(
      OutputFolder output,
      List<RunManifest.DataFile> files,
      Dataset dataset,
      Class<T> type,
      Consumer<T> sink)
      throws IOException {
    List<String> paths =
        files.stream()
            .filter(file -> file.dataset().equals(dataset.folder()))
            .map(RunManifest.DataFile::path)
            .toList();
    AvroFiles.readFilled(output, paths, type, sink);
  }

  private void account(InputFile file) {
    if (Ledger.unexplained(file) != 0) {
      unexplainedFiles++;
    }
    worstFiles.offer(file);
  }

  /** Hands on each row of the ledger. */
  void readLedger(Consumer<InputFile> sink) throws IOException {
    readAll(Dataset.LEDGER, InputFile.class, sink);
  }

  List<RunManifest.DataFile> files() {
    return files;
  }

  /** The ledger of this run alone, summed up. */
  LedgerTotals ledger() {
    return ledger;
  }

  /** What this run and all that it goes on from have come to: the totals of {@code run.json}. */
  SortedMap<String, Long> numbers() {
    SortedMap<String, Long> numbers = new TreeMap<>();
    for (String name : RunTotals.NAMES) {
      numbers.put(name, counts.getOrDefault(name, 0L));
    }
    return numbers;
  }

  /** The same of this run alone, as far as it can be told apart. */
  SortedMap<String, Long> numbersOfRun() {
    SortedMap<String, Long> numbers = new TreeMap<>();
    for (String name : RunTotals.NAMES) {
      Long count = counts.get(CountRecords.OF_RUN + name);
      if (count != null) {
        numbers.put(name, count);
      }
    }
    return numbers;
  }

  private static LedgerTotals ledgerOf(SortedMap<String, Long> counts) {
    return new LedgerTotals(
        counts.getOrDefault(CountRecords.OF_RUN + "inputFiles", 0L),
        counts.getOrDefault(CountRecords.OF_RUN + "captures", 0L),
        counts.getOrDefault(CountRecords.OF_RUN + "articles", 0L),
        counts.getOrDefault(CountRecords.OF_RUN + "recaptures", 0L),
        below(counts, CountRecords.REJECTIONS_OF_RUN),
        below(counts, CountRecords.SKIPS_OF_RUN));
  }

  private static SortedMap<String, Long> below(SortedMap<String, Long> counts, String prefix) {
    SortedMap<String, Long> below = new TreeMap<>();
    counts
        .subMap(prefix, prefix + Character.MAX_VALUE)
        .forEach((name, count) -> below.put(name.substring(prefix.length()), count));
    return below;
  }
}
