package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.containers.OwnDatasets;
import dev.newsfold.records.Rejection;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.stores.StoreInputs;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out when the output of a run is given as captures by mistake. */
final class OwnOutput {
  /** How many files are looked at: a mistake shows in the first ones. */
  private static final int FILES = 200;

  /** The footer of a table of ours, and more. */
  private static final int TAIL = 1 << 20;

  private OwnOutput() {}

  /**
   * Checks the inputs of a job that reads captures. Of our own datasets, rejections may be among
   * them: they are run again.
   *
   * @throws JobException USAGE if an input is another dataset of a run
   */
  static void check(NewsfoldOptions options, List<String> inputs) throws JobException {
    for (String input : inputs) {
      try (Stream<InputEntry> entries = Stores.of(options).inputs().list(List.of(input))) {
        for (Iterator<InputEntry> first = entries.limit(FILES).iterator(); first.hasNext(); ) {
          InputEntry entry = first.next();
          Dataset dataset = entry.skip() == null ? dataset(options, entry) : null;
          if (dataset != null) {
            throw new JobException(ExitCode.USAGE, "--input=" + input + " " + message(dataset));
          }
        }
      } catch (IOException e) {
        throw new JobException(ExitCode.UNREADABLE, "cannot list --input: " + e, e);
      }
    }
  }

  private static String message(Dataset dataset) {
    String what = "holds " + dataset.folder() + " that a run has written, no captures; ";
    return what
        + (dataset == Dataset.ARTICLES
            ? "fold reads articles, cat shows them, and the run's rejections/ can be run again"
            : "cat shows them, and the run's rejections/ can be run again");
  }

  private static @Nullable Dataset dataset(NewsfoldOptions options, InputEntry entry) {
    String location = entry.file().location();
    StoreInputs inputs = Stores.of(options).inputs();
    try {
      if (location.endsWith(".avro")) {
        try (InputStream file = inputs.open(location)) {
          String record = OwnDatasets.recordIn(file);
          boolean again = Rejection.getClassSchema().getName().equals(record);
          return again ? null : dataset(record);
        }
      } else if (location.endsWith(".parquet")) {
        try (InputStream tail = inputs.open(location, Math.max(0, inputs.size(location) - TAIL))) {
          return dataset(OwnDatasets.recordInTable(tail.readNBytes(TAIL)));
        }
      }
    } catch (IOException e) {
      // What cannot be read becomes a rejection of the run.
    }
    return null;
  }

  private static @Nullable Dataset dataset(@Nullable String record) {
    for (Dataset dataset : Dataset.values()) {
      if (dataset.schema().getName().equals(record)) {
        return dataset;
      }
    }
    return null;
  }
}
