package dev.newsfold.commands;

import dev.newsfold.jobs.TableMaker;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.tables.TableFile;
import dev.newsfold.tables.TableFormat;
import dev.newsfold.tables.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tables of the records that count, of runs that are published or about to be. */
public final class MakeTables implements TableMaker {
  /** Where the records of a dataset come from. */
  @FunctionalInterface
  interface Records {
    void forEach(String dataset, CurrentRecords.Sink sink) throws CommandFailure, IOException;
  }

  @Override
  public void make(
      OutputFolder output,
      RunManifest manifest,
      TableFormat format,
      long targetBytes,
      Path scratch,
      Sink sink)
      throws IOException {
    try {
      List<RunFolder> runs = List.of(RunFolder.of(output, manifest));
      CurrentRecords current = CurrentRecords.of(runs);
      for (Dataset dataset : Dataset.values()) {
        if (!runs.get(0).files(dataset.folder()).isEmpty()) {
          for (TableFile table :
              write(dataset, runs, current::forEach, format, targetBytes, scratch)) {
            Path file = scratch.resolve(table.path());
            sink.take(file, table);
            Files.delete(file);
          }
        }
      }
    } catch (CommandFailure e) {
      throw new IOException("cannot make tables: " + e.getMessage(), e);
    }
  }

  /**
   * Writes the table of a dataset.
   *
   * @param runs that have it
   */
  static List<TableFile> write(
      Dataset dataset,
      List<RunFolder> runs,
      Records records,
      TableFormat format,
      long targetBytes,
      Path folder)
      throws CommandFailure, IOException {
    Set<String> partitions = new TreeSet<>();
    for (RunFolder run : runs) {
      run.files(dataset.folder()).forEach(file -> partitions.add(run.partition(file)));
    }
    try (TableWriter table = new TableWriter(folder, dataset, partitions, format, targetBytes)) {
      records.forEach(dataset.folder(), table::add);
      return table.finish();
    }
  }
}
