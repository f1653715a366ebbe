package dev.newsfold.jobs;

import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.stores.StoreInputs;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses inputs and outputs that lie in each other: the next run would read what this one writes,
 * or a run would replace what it reads.
 */
final class FoldersApart {
  private FoldersApart() {}

  /**
   * Checks the inputs of a run. What cannot be told, as what links lead to on another machine, is
   * let pass.
   *
   * @throws JobException USAGE if one lies in the output folder, or would take in what is written
   *     there
   */
  static void check(NewsfoldOptions options, List<String> inputs) throws JobException {
    String output = address(options);
    StoreInputs stores = Stores.of(options).inputs();
    for (String input : inputs) {
      try {
        check(stores, input, output, options);
      } catch (IOException e) {
        // Whether it is there, and may be read, is told by who reads it.
        continue;
      }
    }
  }

  private static void check(
      StoreInputs stores, String input, String address, NewsfoldOptions options)
      throws IOException, JobException {
    if (stores.isIn(input, address)) {
      if (stores.isIn(input, BundledSample.in(address))) {
        return;
      }
      throw new JobException(
          ExitCode.USAGE,
          stores.covers(input, address)
              ? "--input and --output are one folder: " + address
              : "--input=%s lies in --output=%s, whose content a run replaces; write to another folder"
                  .formatted(input, address));
    }
    if (stores.covers(input, address)) {
      throw new JobException(
          ExitCode.USAGE,
          "--output=%s lies in --input=%s: the next run would read what this one writes; name a folder beside it"
              .formatted(address, input));
    }
    for (String written : written(options.getFormat())) {
      if (stores.covers(input, address + '/' + written)) {
        throw new JobException(
            ExitCode.USAGE,
            "--output=%s lies where --input=%s finds files: the next run would read what this one writes, as %s; name another folder"
                .formatted(address, input, written));
      }
    }
  }

  /** The address of the output folder; of a store without asking that. */
  private static String address(NewsfoldOptions options) throws JobException {
    String output = options.getOutput();
    return Stores.isStore(output) ? output.replaceFirst("/+$", "") : Outputs.of(options).address();
  }

  /** Files as a run writes them, one of each kind. */
  private static List<String> written(String format) {
    List<String> files =
        new ArrayList<>(
            List.of(
                RunLayout.REPORT,
                RunLayout.REPORT_FOLDER + "/data/days.csv",
                RunLayout.REPORT_FOLDER + "/data/days.json",
                Manifests.COPY,
                Manifests.FOLDER + "/1.json"));
    Stream.of(Dataset.values())
        .map(dataset -> RunLayout.dataFile(dataset, "", "", "0"))
        .forEach(files::add);
    files.add(RunLayout.dataFile(Dataset.ARTICLES, "day=2020-09-25", "", "0"));
    if (format.contains("parquet")) {
      files.add(RunLayout.TABLES + "/articles/day=2020-09-25/part-0.parquet");
    }
    return files;
  }
}
