package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Copy;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Headline;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.Story;
import dev.newsfold.records.Version;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.ReportFolder;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Measures the report of a large run: its main method writes invented records as files, once, and
 * then the report of them. Arguments: an output folder, a number of stories, which have twice as
 * many articles, and for what a stream renews, how often it has written each record.
 */
final class ReportScale {
  private static final int RECORDS = 5000;

  private ReportScale() {}

  public static void main(String[] args) throws IOException {
    OutputFolder output = new LocalFolder(Path.of(args[0]));
    int revisions = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    List<StagedFile> staged = new ArrayList<>();
    if (output.exists("files.avro")) {
      AvroFiles.read(output, "files.avro", StagedFile.class, staged::add);
    } else {
      InventedRecords records = new InventedRecords(Integer.parseInt(args[1]), "");
      for (int revision = Math.min(1, revisions); revision <= revisions; revision++) {
        write(output, new Revision(records, revision), staged);
      }
      output.write("files.avro", AvroFiles.encode(StagedFile.getClassSchema(), staged, "files"));
      System.out.println("wrote " + staged.size() + " files; run again to measure");
      return;
    }
    long start = System.nanoTime();
    RunFacts facts =
        RunFacts.of("local", Instant.EPOCH, Instant.EPOCH, InventedRun.ZONE, Map.of(), Map.of());
    try (ReportFolder report = new ReportFolder(output)) {
      SiteWriter.write(
          revisions == 0
              ? new ListedRecords(output, RunManifest.filesOf(staged))
              : new LatestRecords(output, RunManifest.filesOf(staged)),
          facts,
          new Limits(5000),
          (name, bytes) -> {
            if (name.equals(SiteWriter.FIRST_PAGE)) {
              report.finish(name, bytes);
            } else {
              report.put(name, bytes);
            }
          });
    }
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(ReportScale::peak)
            .sum();
    System.out.printf(
        "%.1f s, at most %d MB of heap%n", (System.nanoTime() - start) / 1e9, peak >> 20);
  }

  /** The same records, as often as they are written. */
  private record Revision(InventedRecords records, int number) {
    <T extends SpecificRecord> void forEach(Dataset dataset, Class<T> type, Consumer<T> sink)
        throws IOException {
      records.forEach(dataset, type, item -> sink.accept(Revisions.withRevision(item, number)));
    }
  }

  private static void write(OutputFolder output, Revision records, List<StagedFile> staged)
      throws IOException {
    write(output, records, Dataset.ARTICLES, Article.class, staged);
    write(output, records, Dataset.STORIES, Story.class, staged);
    write(output, records, Dataset.COPIES, Copy.class, staged);
    write(output, records, Dataset.VERSIONS, Version.class, staged);
    write(output, records, Dataset.AGGREGATES, DailyAggregate.class, staged);
    write(output, records, Dataset.HEADLINES, Headline.class, staged);
    write(output, records, Dataset.LEDGER, InputFile.class, staged);
    if (records.number() <= 1) {
      write(output, records, Dataset.REJECTIONS, Rejection.class, staged);
    }
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }

  private static <T extends SpecificRecord> void write(
      OutputFolder output,
      Revision records,
      Dataset dataset,
      Class<T> type,
      List<StagedFile> staged)
      throws IOException {
    List<T> some = new ArrayList<>();
    records.forEach(
        dataset,
        type,
        item -> {
          some.add(item);
          if (some.size() == RECORDS) {
            staged.addAll(flush(output, dataset, some));
          }
        });
    staged.addAll(flush(output, dataset, some));
  }

  private static <T extends SpecificRecord> List<StagedFile> flush(
      OutputFolder output, Dataset dataset, List<T> some) {
    if (some.isEmpty()) {
      return List.of();
    }
    try {
      StagedFile file = AvroFiles.fill(output, dataset, "", some);
      some.clear();
      return List.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
