package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Started;
import dev.newsfold.records.Drift;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a site that stops naming its authors. */
class DriftCheckTest {
  private static final int ARTICLES = 6;

  @TempDir Path folder;
  private Path rows;
  private Path output;

  @BeforeEach
  void makeRows() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2 * ARTICLES; i++) {
      lines.append(
          """
          {"title": "第%1$d艘渡船停航", "text": "%2$s", "date": "%3$s", "url": "http://daily.cedar.example/%1$d", "source": %4$s}
          """
              .formatted(
                  i,
                  "渡船的乘客改乘临时班车。".repeat(i + 1),
                  i < ARTICLES ? "2020-09-24" : "2020-09-30",
                  i < ARTICLES ? "\"灯塔社\"" : "null"));
    }
    rows = Files.writeString(folder.resolve("rows.jsonl"), lines);
    output = folder.resolve("out");
  }

  @Test
  void aFieldThatFellInTheLastWeekEndsARunWithAStatusOfItsOwn() throws IOException {
    Started started = run("--failOnDrift=0.5");
    assertThat(started.err(), started.code(), equalTo(78));
    assertThat(
        started.err(),
        containsString(
            "in the week from 2020-09-28 fields are filled less often than before, 1 of them"
                + " by --failOnDrift=0.5 or more: daily.cedar.example source 0 % instead of 100 %"));
    assertThat(
        Started.records(output, Dataset.DRIFT, Drift.class).stream()
            .map(row -> row.getWeek() + " " + row.getArticles())
            .toList()
            .toString(),
        equalTo("[2020-09-21 6, 2020-09-28 6]"));
    assertThat(Files.readString(output.resolve("report/drift.html")), containsString(">source<"));
  }

  @Test
  void thatItCannotBeLookedAfterIsNoFailureOfARunThatIsPublished() throws Exception {
    assertThat(run().code(), equalTo(0));
    RunManifest published = RunManifest.read(output).orElseThrow();
    for (RunManifest.DataFile file : published.files()) {
      if (file.dataset().equals(Dataset.DRIFT.folder())) {
        Files.delete(output.resolve(file.path()));
      }
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    new DriftCheck(0.5, null)
        .check(
            published, new LocalFolder(output), new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(
        err.toString(StandardCharsets.UTF_8),
        containsString("published, but --failOnDrift could not be looked after: "));
  }

  @Test
  void withoutTheFlagItIsDone() {
    assertThat(run().code(), equalTo(0));
  }

  @Test
  void whatIsNoShareIsBadUsage() {
    for (String share : new String[] {"0", "1.5", "much", "NaN"}) {
      Started started = run("--failOnDrift=" + share);
      assertThat(started.err(), started.code(), equalTo(64));
      assertThat(started.err(), containsString("--failOnDrift: " + share + " is no share"));
      assertThat(started.err(), not(containsString("\tat ")));
    }
  }

  private Started run(String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "fold";
    args[1] = "--input=" + rows;
    args[2] = "--output=" + output;
    System.arraycopy(more, 0, args, 3, more.length);
    return Started.with(args);
  }
}
