package dev.newsfold.tables;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The folder of a part of a table, as {@code day=2020-09-25} or {@code window=P1D/day=2020-09-25};
 * empty where the table has no parts. What has no day is in Hive's default partition, which engines
 * read as null, so that a day is a date to them.
 */
final class Partition {
  /** What engines since Hive take for null. */
  static final String NULL = "__HIVE_DEFAULT_PARTITION__";

  private Partition() {}

  /**
   * The folder in a table of what lies in a folder of a run.
   *
   * @param folder below the dataset's, as {@code day=undated}
   */
  static String ofRun(String folder) {
    return folder.replaceAll("(^|/)day=undated($|/)", "$1day=" + NULL + "$2");
  }

  /** The columns that a folder names. */
  static Set<String> columns(String folder) {
    Set<String> columns = new LinkedHashSet<>();
    for (String part : folder.split("/", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        columns.add(part.substring(0, equals));
      }
    }
    return columns;
  }
}
