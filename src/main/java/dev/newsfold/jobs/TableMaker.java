package dev.newsfold.jobs;

import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.tables.TableFile;
import dev.newsfold.tables.TableFormat;
import java.io.IOException;
import java.nio.file.Path;

/** Makes tables of the records of a run that count. */
@FunctionalInterface
public interface TableMaker {
  /** Takes a finished file, which goes when this returns. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a file.
     *
     * @param file where its bytes are
     * @param table what it is
     */
    void take(Path file, TableFile table) throws IOException;
  }

  /**
   * Makes the tables, dataset by dataset, in the order of the files' paths.
   *
   * @param manifest of the run in {@code output}; it need not be published
   * @param targetBytes a file that has come to so many bytes is followed by another one
   * @param scratch an empty folder of this machine
   */
  void make(
      OutputFolder output,
      RunManifest manifest,
      TableFormat format,
      long targetBytes,
      Path scratch,
      Sink sink)
      throws IOException;
}
