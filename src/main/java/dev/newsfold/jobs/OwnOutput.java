package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.containers.OwnDatasets;
import dev.newsfold.report.OwnReport;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.stores.StoreInputs;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out when the output of a run is given as captures, or as articles, by mistake. */
final class OwnOutput {
  /** How many files are looked at: a mistake shows in the first ones. */
  private static final int FILES = 200;

  /** The footer of a table of ours, and more. */
  private static final int TAIL = 1 << 20;

  private OwnOutput() {}

  /**
   * Checks the inputs of a job.
   *
   * @param readable what may be among them of our own datasets: rejections, which are run again,
   *     where captures are read, and articles where these are
   * @throws JobException USAGE if an input is another dataset of a run
   */
  static void check(NewsfoldOptions options, List<String> inputs, Dataset readable)
      throws JobException {
    for (String input : inputs) {
      // Of a report all are pages of it, so the first tells: on a store each look is a request.
      boolean page = false;
      try (Stream<InputEntry> entries = Stores.of(options).inputs().list(List.of(input))) {
        for (Iterator<InputEntry> first = entries.limit(FILES).iterator(); first.hasNext(); ) {
          InputEntry entry = first.next();
          if (!page && isPage(entry)) {
            page = true;
            refuseReport(options, input, entry);
          }
          Dataset dataset = entry.skip() == null ? dataset(options, entry) : null;
          if (dataset != null && !(dataset == readable && isReadable(entry, readable))) {
            throw new JobException(
                ExitCode.USAGE, "--input=" + input + " " + message(dataset, readable));
          }
        }
      } catch (IOException e) {
        throw new JobException(ExitCode.UNREADABLE, "cannot list --input: " + e, e);
      }
    }
  }

  private static boolean isPage(InputEntry entry) {
    return entry.skip() == null && entry.file().location().endsWith(".html");
  }

  private static void refuseReport(NewsfoldOptions options, String input, InputEntry page)
      throws JobException {
    byte[] start;
    try (InputStream file = Stores.of(options).inputs().open(page.file().location())) {
      start = file.readNBytes(OwnReport.BYTES);
    } catch (IOException e) {
      return; // What cannot be read becomes a rejection of the run.
    }
    if (OwnReport.begins(start)) {
      throw new JobException(
          ExitCode.USAGE,
          "--input="
              + input
              + " holds the report of a run, no captures; cat shows what it tells of");
    }
  }

  /** Of articles tables are read, too; of what is run again, the records as they were written. */
  private static boolean isReadable(InputEntry entry, Dataset readable) {
    return readable == Dataset.ARTICLES || entry.file().location().endsWith(".avro");
  }

  private static String message(Dataset dataset, Dataset readable) {
    String what = "holds " + dataset.folder() + " that a run has written, no ";
    if (readable == Dataset.ARTICLES) {
      return what + "articles; cat shows them, and the run's articles/ can be folded";
    }
    return what
        + (dataset == Dataset.ARTICLES
            ? "captures; fold reads articles, cat shows them, and the run's rejections/ can be run again"
            : "captures; cat shows them, and the run's rejections/ can be run again");
  }

  private static @Nullable Dataset dataset(NewsfoldOptions options, InputEntry entry) {
    String location = entry.file().location();
    StoreInputs inputs = Stores.of(options).inputs();
    try {
      if (location.endsWith(".avro")) {
        try (InputStream file = inputs.open(location)) {
          return dataset(OwnDatasets.recordIn(file));
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
