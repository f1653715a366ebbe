package dev.newsfold.sinks;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the parts of a run lie. A run writes below a staging folder that readers overlook (its name
 * starts with a full stop); publishing moves its files to their places and then replaces {@code
 * run.json}, the list of files that a reader may trust.
 *
 * @param output the output folder
 * @param runId names the staging folder; letters, digits and hyphens
 */
public record RunLayout(Path output, String runId) {
  static final String STAGING_PREFIX = ".staging-";

  /** Where the run writes until it is published. */
  public Path staging() {
    return output.resolve(STAGING_PREFIX + runId);
  }

  /** The list of the files that a pipeline has finished, in its staging folder. */
  public static Path filesIn(Path staging) {
    return staging.resolve("files.avro");
  }

  /** The totals that a pipeline has counted for the report, in its staging folder. */
  public static Path totalsIn(Path staging) {
    return staging.resolve("totals.bin");
  }

  /**
   * The list of the partitions that a pipeline has written anew, in its staging folder; a line
   * each. Files that lie there before the run do not outlast it.
   */
  public static Path replacedIn(Path staging) {
    return staging.resolve("replaced.txt");
  }

  /** What readers trust. */
  public Path manifest() {
    return output.resolve("run.json");
  }

  /** The page people look at. */
  public Path report() {
    return output.resolve("report").resolve("index.html");
  }

  /** Held while a run is writing. */
  public Path lock() {
    return output.resolve(".lock");
  }

  /** Held for as long as a stream is followed by its launcher. */
  public Path streamLock() {
    return output.resolve(".stream.lock");
  }

  /**
   * Where a file lies that {@code run.json} names.
   *
   * @throws IOException if it would be outside the output folder
   */
  public static Path listed(Path output, String path) throws IOException {
    Path root = output.toAbsolutePath().normalize();
    if (!root.resolve(path).normalize().startsWith(root)) {
      throw new IOException("run.json names a file outside the run: " + path);
    }
    return output.resolve(path).normalize();
  }

  /**
   * The path of a file below the output folder, and below the staging folder before.
   *
   * @param partition empty, or a folder as {@code day=2020-09-25}
   * @param run the capture day that its records come from; empty where none owns them
   * @param digest of the content, so that the same content always has the same name
   */
  public static String dataFile(Dataset dataset, String partition, String run, String digest) {
    String owner = run.isEmpty() ? "" : run + '-';
    return folderOf(dataset, partition) + "/part-" + owner + digest + ".avro";
  }

  /** The folder of a partition below the output folder. */
  public static String folderOf(Dataset dataset, String partition) {
    return partition.isEmpty() ? dataset.folder() : dataset.folder() + '/' + partition;
  }
}
