package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Started;
import dev.newsfold.captures.SkipKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that folders and globs pass over by their names, as the README says. */
class PassedOverTest {
  private static final Pattern READ = Pattern.compile("\"file\" : \"([^\"]*)\"");
  private static final Pattern SKIPPED = Pattern.compile("\"skipped\" : \"([^\"]*)\"");

  @TempDir Path folder;

  @BeforeEach
  void writePages() throws IOException {
    for (String name :
        List.of(
            "a.html",
            ".a.html",
            "_a.html",
            ".b/a.html",
            "_b/a.html",
            "c.html.part",
            "c.tmp",
            "c~")) {
      Path file = folder.resolve("in").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "<p>x</p>");
    }
  }

  @Test
  void belowFoldersAndInGlobsTheyAreSkips() {
    Map<String, Long> skipped = Map.of("hidden-file", 4L, "temporary-file", 3L);
    assertThat(skipped("in"), equalTo(skipped));
    assertThat(skipped("in/*"), equalTo(skipped));
    assertThat(skipped("in/**"), equalTo(skipped));
  }

  @Test
  void whatIsNamedOutrightIsRead() {
    for (String name : List.of(".a.html", "_a.html", ".b", "_b/a.html", "c.html.part", "c~")) {
      assertThat(name, skipped("in/" + name), equalTo(Map.of()));
    }
  }

  @Test
  void aRunCountsThem() throws IOException {
    Path out = folder.resolve("out");
    Started run = Started.with("local", "--input=" + folder.resolve("in"), "--output=" + out);
    assertThat(run.out() + run.err(), run.out(), containsString("1 rejection + 7 skips"));
    String ledger = Started.well("cat", out.resolve("ledger").toString()).out();
    assertThat(ledger, containsString("\"hidden-file\":1"));
    assertThat(ledger, containsString("\"temporary-file\":1"));
  }

  @Test
  void theReadmeNamesThem() throws IOException {
    String readme =
        Files.readString(Path.of(System.getProperty("newsfold.basedir", ""), "README.md"));
    for (SkipKind kind : List.of(SkipKind.HIDDEN_FILE, SkipKind.TEMPORARY_FILE)) {
      assertThat(readme, containsString("`" + kind.label() + "`"));
    }
    assertThat(readme, containsString("begin\nwith `.` or `_` are passed over"));
  }

  /** How many were skipped, by kind; all others are read. */
  private Map<String, Long> skipped(String input) {
    Started inspect = Started.well("inspect", folder + "/" + input);
    Map<String, Long> kinds = new TreeMap<>();
    for (Matcher kind = SKIPPED.matcher(inspect.out()); kind.find(); ) {
      kinds.merge(kind.group(1), 1L, Long::sum);
    }
    List<String> files = new ArrayList<>();
    for (Matcher file = READ.matcher(inspect.out()); file.find(); ) {
      files.add(file.group(1));
    }
    long all = kinds.values().stream().mapToLong(Long::longValue).sum() + 1;
    assertThat(inspect.out(), (long) files.size(), equalTo(all));
    return kinds;
  }
}
