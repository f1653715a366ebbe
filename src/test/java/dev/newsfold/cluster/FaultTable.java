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
   * @param lost records of an undisturbed run that were missing
   * @param doubled records that were there more often, or that an undisturbed run has not
   */
  static synchronized void enter(String fault, int points, int lost, int doubled, String remarks)
      throws IOException {
    Path file = Launch.basedir().resolve("target/faults.tsv");
    SortedMap<String, String> lines = new TreeMap<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .skip(1)
          .forEach(line -> lines.put(line.split("\t", 2)[0], line));
    }
    String line =
        String.join("\t", fault, "" + points, "" + lost, "" + doubled, remarks.replace('\t', ' '));
    lines.put(fault, line);
    Files.writeString(
        file, HEAD + '\n' + String.join("\n", lines.values()) + '\n', StandardCharsets.UTF_8);
    System.out.println(HEAD + '\n' + line);
  }
}
