package dev.newsfold.sinks;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the parts of a run lie. Its data files lie in their places from the first; what it has to
 * tell its launcher lies below a staging folder, which readers overlook (its name starts with a
 * full stop). A reader may trust the files that the newest manifest lists ({@link Manifests}).
 *
 * @param output the output folder
 * @param runId names the staging folder; letters, digits and hyphens
 */
public record RunLayout(OutputFolder output, String runId) {
  static final String STAGING = ".staging";

  /** Held while a run is writing. */
  public static final String LOCK = ".lock";

  /** Held for as long as a stream is followed by its launcher. */
  public static final String STREAM_LOCK = ".stream.lock";

  /** The list of the files that a pipeline has finished, in its staging folder. */
  public static final String FILES = "files.avro";

  /**
   * The list of the partitions that a pipeline has written anew, in its staging folder; a line
   * each. Files that lie there before the run do not outlast it.
   */
  public static final String REPLACED = "replaced.txt";

  /** The folder of the tables for other programs. */
  public static final String TABLES = "tables";

  /** The pages people look at, and their data. */
  public static final String REPORT_FOLDER = "report";

  /** The page that leads to the others. */
  public static final String REPORT = REPORT_FOLDER + "/index.html";

  /** A run of this machine. */
  public RunLayout(Path output, String runId) {
    this(new LocalFolder(output), runId);
  }

  /** Where the pipeline of the run leaves what its launcher has to know. */
  public OutputFolder staging() {
    return output.below(stagingName());
  }

  String stagingName() {
    return STAGING + '/' + runId;
  }

  /**
   * The name of a file that a manifest lists.
   *
   * @throws IOException if it would be outside the output folder
   */
  public static String listed(String path) throws IOException {
    Path root = Path.of("/run");
    Path inside = root.resolve(path).normalize();
    if (!inside.startsWith(root) || inside.equals(root)) {
      throw new IOException("run.json names a file outside the run: " + path);
    }
    return root.relativize(inside).toString();
  }

  /**
   * The path of a file below the output folder.
   *
   * @param partition empty, or a folder as {@code day=2020-09-25}
   * @param run the capture day that its records come from; empty where none owns them
   * @param digest of the content, so that the same content always has the same name
   */
  public static String dataFile(Dataset dataset, String partition, String run, String digest) {
    String owner = run.isEmpty() ? "" : run + '-';
    return folderOf(dataset, partition) + "/part-" + owner + digest + ".avro";
  }

  /**
   * The path of a file of a table below the output folder.
   *
   * @param path below the folder of the tables, as {@code articles/part-00000.parquet}
   * @param digest of the content, so that no file of another content has the same name
   */
  public static String tableFile(String path, String digest) {
    int dot = path.lastIndexOf('.');
    return TABLES
        + '/'
        + path.substring(0, dot)
        + '-'
        + digest.substring(0, 32)
        + path.substring(dot);
  }

  /** The folder of a partition below the output folder. */
  public static String folderOf(Dataset dataset, String partition) {
    return partition.isEmpty() ? dataset.folder() : dataset.folder() + '/' + partition;
  }
}
