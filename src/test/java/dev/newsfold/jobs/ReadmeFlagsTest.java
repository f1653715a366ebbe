package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of flags in the README is what the code says of them. */
class ReadmeFlagsTest {
  private static final String START = "<!-- flags -->\n";
  private static final String END = "<!-- /flags -->";

  @Test
  void theReadmeDescribesEveryFlagAsTheCodeDoes() throws IOException {
    Path readme = Path.of(System.getProperty("newsfold.basedir", ""), "README.md");
    String text = Files.readString(readme);
    int from = text.indexOf(START);
    int to = text.indexOf(END);
    String table = table();
    assertThat(
        "put this into README.md between " + START.strip() + " and " + END + ":\n\n" + table,
        from < 0 || to < from ? "" : text.substring(from + START.length(), to),
        equalTo(table));
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| flag | meaning | default |\n|---|---|---|\n");
    for (Flag flag : Flag.ALL.values()) {
      table.append(
          "| `--" + flag.name() + "` | " + flag.meaning() + " | " + flag.fallback() + " |\n");
    }
    return table.toString();
  }
}
