package dev.newsfold.onefold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A way to come to the records of a corpus. */
enum Mode {
  BATCH,
  BATCH_ON_FLINK_1,
  BATCH_ON_FLINK_2,
  BATCH_ON_FLINK_4,
  DAYS_FORWARD,
  DAYS_IN_REVERSE,
  DAYS_MIXED,
  HISTORY,
  STREAM;

  private static final int FILES_BEFORE_THE_STOP = 5;

  /**
   * Runs it.
   *
   * @param captures the files of a {@link Corpus}
   * @param work a folder of its own
   * @return the outputs, which hold the records together
   */
  List<Path> run(Path captures, Path work) throws IOException {
    Path output = work.resolve("out");
    return switch (this) {
      case BATCH -> {
        Runs.job("local", captures.toString(), output);
        yield List.of(output);
      }
      case BATCH_ON_FLINK_1 -> flink(captures, output, 1);
      case BATCH_ON_FLINK_2 -> flink(captures, output, 2);
      case BATCH_ON_FLINK_4 -> flink(captures, output, 4);
      case DAYS_FORWARD -> days(captures, output, 0, 1, 2, 3, 4);
      case DAYS_IN_REVERSE -> days(captures, output, 4, 3, 2, 1, 0);
      case DAYS_MIXED -> days(captures, output, 2, 4, 0, 3, 1);
      case HISTORY -> history(captures, work);
      case STREAM -> stream(captures, work);
    };
  }

  private static List<Path> flink(Path captures, Path output, int parallelism) {
    Runs.job(
        "local",
        captures.toString(),
        output,
        "--runner=FlinkRunner",
        "--flinkMaster=[local]",
        "--parallelism=" + parallelism);
    return List.of(output);
  }

  private static List<Path> days(Path captures, Path output, int... order) {
    for (int day : order) {
      Runs.job(
          "scheduled", captures + "/" + Corpus.DAY_PATTERN, output, "--day=" + Corpus.day(day));
    }
    return List.of(output);
  }

  private static List<Path> history(Path captures, Path work) {
    List<Path> outputs = new ArrayList<>();
    for (int day = 0; day < Corpus.DAYS; day++) {
      Path output = work.resolve("day-" + day);
      String[] before =
          outputs.isEmpty()
              ? new String[0]
              : new String[] {
                "--history=" + String.join(",", outputs.stream().map(Path::toString).toList())
              };
      Runs.job("local", Corpus.filesOf(day, captures), output, before);
      outputs.add(output);
    }
    return outputs;
  }

  private static List<Path> stream(Path captures, Path work) throws IOException {
    Path output = work.resolve("out");
    Path watched = work.resolve("watched");
    Corpus.feed(captures, 0, FILES_BEFORE_THE_STOP, watched);
    Runs.stream(watched, output);
    Corpus.feed(captures, FILES_BEFORE_THE_STOP, Integer.MAX_VALUE, watched);
    Runs.stream(watched, output, "--resume");
    return List.of(output);
  }

  /** Whether its last {@code run.json} has the totals of all captures. */
  boolean hasTotals() {
    return this != HISTORY;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
