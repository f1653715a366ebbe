package dev.newsfold.sinks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named counts that a pipeline leaves in its staging folder: a line each, the name and a number.
 */
public final class RunCounts {
  private RunCounts() {}

  /** Writes the counts of a run; a name holds no line break. */
  public static void write(Path staging, Map<String, Long> counts) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(counts)
        .forEach((name, count) -> text.append(count).append(' ').append(name).append('\n'));
    AvroFiles.replace(file(staging), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The counts that a run has left.
   *
   * @throws IOException if they are not there, or are none
   */
  public static SortedMap<String, Long> read(Path staging) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (String line : Files.readAllLines(file(staging), StandardCharsets.UTF_8)) {
      int space = line.indexOf(' ');
      if (space < 1) {
        throw new IOException("no count in " + file(staging) + ": " + line);
      }
      counts.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
    }
    return counts;
  }

  private static Path file(Path staging) {
    return staging.resolve("counts.txt");
  }
}
