package dev.newsfold.commands;

import dev.newsfold.captures.Quantity;
import dev.newsfold.commands.CurrentRecords.Sink;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.jobs.JobContext;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.tables.TableFile;
import dev.newsfold.tables.TableFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code export RUN… --to=DIR}: the records of one run or several that count, as tables for other
 * programs: Parquet or Avro, sorted, in few files, partitioned as Hive does it. Memory keeps a
 * bound, but for some 30 bytes a record; rows that wait to be sorted are in temporary files.
 */
public final class ExportRun {
  /** What a help says of it. */
  public static final String USAGE =
      """
      usage: export RUN… --to=DIR [--format=parquet|avro] [--dataset=NAME,NAME…]
                    [--targetBytes=N] [--current=false]
        RUN            the output folder of a run; of several that go on from each other, the
                       oldest first, and each once
        --to           a new or an empty folder, or one that an export wrote, which is replaced;
                       it lies in no run
        --format       of the files; parquet if it is not given
        --dataset      these datasets only: articles, stories, …
        --targetBytes  a file whose rows have come to this size is followed by another; those that
                       wait to be compressed count as they are; 128 MiB if not given
        --current      false: all records as they were written, those revised and withdrawn, too
      example: pipelines/run export out/local --to=out/tables""";

  private static final long TARGET_BYTES = 128L << 20;

  private final List<RunFolder> runs;
  private final Set<String> wanted;
  private final TableFormat format;
  private final long targetBytes;
  private final boolean current;
  private final JobContext context;

  private ExportRun(Arguments arguments, JobContext context) throws CommandFailure {
    this.context = context;
    String word = arguments.text("format", TableFormat.PARQUET.word());
    format =
        TableFormat.of(word)
            .orElseThrow(() -> CommandFailure.badUsage("--format is parquet or avro, not " + word));
    targetBytes = arguments.number("targetBytes", TARGET_BYTES);
    if (targetBytes == 0) {
      throw CommandFailure.badUsage("--targetBytes is a number from 1");
    }
    String which = arguments.text("current", "true");
    current = which.equals("true") || arguments.has("current");
    wanted = wanted(arguments);
    runs = RunFolder.each(arguments.positional());
  }

  /** Exports what {@code args} name; returns the exit code. */
  public static int run(List<String> args, JobContext context) {
    return CommandFailure.report(
        "export",
        USAGE,
        context.err(),
        () -> {
          Arguments arguments =
              Arguments.parse(
                  args, Set.of("to", "format", "dataset", "targetBytes"), Set.of("current"));
          if (arguments.positional().isEmpty()) {
            throw CommandFailure.badUsage("name a run");
          }
          ExportFolder folder = ExportFolder.of(arguments.text("to", ""));
          ExportRun export = new ExportRun(arguments, context);
          folder.refuseRuns(export.runs);
          return export.export(folder);
        });
  }

  private ExitCode export(ExportFolder folder) throws CommandFailure {
    List<Dataset> datasets = datasets();
    List<TableFile> files = new ArrayList<>();
    try (ExportProgress progress = new ExportProgress(context)) {
      MakeTables.Records records =
          current ? CurrentRecords.of(runs)::forEach : this::forEachWritten;
      Path writing = folder.begin();
      try {
        for (Dataset dataset : datasets) {
          files.addAll(table(dataset, records, writing, progress));
        }
        ExportManifest.of(
                runs.stream().map(RunFolder::name).toList(), format.word(), current, files)
            .write(writing);
        folder.commit();
      } finally {
        folder.abandon();
      }
    } catch (IOException e) {
      throw CommandFailure.failed("cannot write " + folder + ": " + e);
    }
    long written = files.stream().mapToLong(TableFile::records).sum();
    context
        .out()
        .println(
            "wrote "
                + folder
                + " ("
                + Quantity.of(written, "record")
                + " in "
                + Quantity.of(files.size(), "file")
                + ')');
    return ExitCode.OK;
  }

  private static Set<String> wanted(Arguments arguments) throws CommandFailure {
    Set<String> wanted = arguments.names("dataset");
    Set<String> known = new TreeSet<>();
    Stream.of(Dataset.values()).map(Dataset::folder).forEach(known::add);
    for (String name : wanted) {
      if (!known.contains(name)) {
        throw CommandFailure.badUsage(
            "no dataset is called " + name + "; there are " + String.join(", ", known));
      }
    }
    return wanted;
  }

  /** Those that are wanted, and there. */
  private List<Dataset> datasets() {
    return Stream.of(Dataset.values())
        .filter(dataset -> wanted.isEmpty() || wanted.contains(dataset.folder()))
        .filter(dataset -> runs.stream().anyMatch(run -> !run.files(dataset.folder()).isEmpty()))
        .toList();
  }

  private List<TableFile> table(
      Dataset dataset, MakeTables.Records records, Path writing, ExportProgress progress)
      throws CommandFailure, IOException {
    return MakeTables.write(
        dataset,
        runs,
        (name, sink) ->
            records.forEach(
                name,
                (partition, record) -> {
                  sink.take(partition, record);
                  progress.read(name);
                }),
        format,
        targetBytes,
        writing);
  }

  /** All records as they were written. */
  private void forEachWritten(String dataset, Sink sink) throws CommandFailure, IOException {
    for (RunFolder run : runs) {
      run.forEachUntil(
          dataset,
          (partition, record) -> {
            sink.take(partition, record);
            return true;
          });
    }
  }
}
