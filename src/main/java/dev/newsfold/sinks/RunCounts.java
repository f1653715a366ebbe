package dev.newsfold.sinks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named counts that a pipeline leaves in its staging folder: a line each, the name and a number.
 */
public final class RunCounts {
  private static final String NAME = "counts.txt";

  private RunCounts() {}

  /** Writes the counts of a run; a name holds no line break. */
  public static void write(OutputFolder staging, Map<String, Long> counts) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(counts)
        .forEach((name, count) -> text.append(count).append(' ').append(name).append('\n'));
    staging.write(NAME, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The counts that a run has left.
   *
   * @throws IOException if they are not there, or are none
   */
  public static SortedMap<String, Long> read(OutputFolder staging) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (String line : staging.readText(NAME).lines().toList()) {
      int space = line.indexOf(' ');
      if (space < 1) {
        throw new IOException("no count in " + staging.address() + '/' + NAME + ": " + line);
      }
      counts.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
    }
    return counts;
  }
}
