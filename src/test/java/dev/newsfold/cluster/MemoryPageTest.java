package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory that the page on running asks for is that of the cluster which our tests start. */
class MemoryPageTest {
  private static final String START = "<!-- memory -->";
  private static final String END = "<!-- /memory -->";

  @TempDir Path folder;

  @Test
  void thePagesSettingsAreThoseOfTheTestsCluster() throws IOException {
    FlinkSettings.write(folder, 1, 2);
    List<String> ours =
        Files.readAllLines(folder.resolve("config.yaml")).stream()
            .map(line -> line.replace("\"", ""))
            .toList();
    String page = Files.readString(Launch.basedir().resolve("pipelines/README.md"));
    List<String> asked =
        page.substring(page.indexOf(START) + START.length(), page.indexOf(END))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    assertThat(asked.size(), greaterThan(5));
    asked.forEach(line -> assertThat(ours, hasItem(line)));
  }
}
