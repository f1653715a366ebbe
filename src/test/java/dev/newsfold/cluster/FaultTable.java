package dev.newsfold.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code target/faults.tsv}: what came of each fault, a line each. */
final class FaultTable {
  private static final String HEAD = "fault\tpoints\tlost\tdoubled\tremarks";

  private FaultTable() {}

  /**
   * Enters a line, in the place of an earlier one of the same fault, and prints it.
   *
   * @param points at how many points the fault was made
   * @param sum how the outputs differ from those of undisturbed runs, all points together
   */
  static synchronized void enter(String fault, int points, Difference sum, String remarks)
      throws IOException {
    Path file = Launch.basedir().resolve("target/faults.tsv");
    SortedMap<String, String> lines = new TreeMap<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .skip(1)
          .forEach(line -> lines.put(line.split("\t", 2)[0], line));
    }
    String line =
        String.join("\t", fault, "" + points, "" + sum.lost(), "" + sum.doubled(), remarks);
    lines.put(fault, line);
    Files.writeString(
        file, HEAD + '\n' + String.join("\n", lines.values()) + '\n', StandardCharsets.UTF_8);
    System.out.println(HEAD + '\n' + line);
  }
}
