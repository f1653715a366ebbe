package dev.newsfold.tables;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.CurrentRecords;
import dev.newsfold.Started;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on from others, and what counts of them in the end. */
class CurrentExportTest {
  private static final Set<String> REVISED =
      Set.of("articles", "stories", "copies", "headlines", "aggregates", "ledger");

  @TempDir static Path folder;
  private static Path days = Path.of("");
  private static Path first = Path.of("");
  private static Path second = Path.of("");

  @BeforeAll
  static void runTwoHalves() throws IOException {
    Path sample = folder.resolve("sample");
    Started.well("sample", "--pages=240", "--output=" + sample);
    Path captures = folder.resolve("captures");
    Path month = captures.resolve("2025/11");
    try (Stream<Path> files = Files.walk(sample.resolve("pages"))) {
      int number = 0;
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String day = number++ % 2 == 0 ? "20" : "21";
        Path to = month.resolve(day).resolve(sample.resolve("pages").relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    days = folder.resolve("days");
    for (String day : List.of("20", "21")) {
      Started.well(
          "scheduled",
          "--input=" + captures + "/{yyyy}/{MM}/{dd}",
          "--day=2025-11-" + day,
          "--output=" + days);
    }
    first = folder.resolve("first");
    second = folder.resolve("second");
    Started.well("local", "--input=" + month.resolve("20"), "--output=" + first);
    Started.well(
        "local", "--input=" + month.resolve("21"), "--output=" + second, "--history=" + first);
  }

  @Test
  void ofTwoDaysOnlyTheLastRevisionsAreExported() throws IOException, SQLException {
    expectCurrent(List.of(days));
  }

  @Test
  void ofARunWithItsHistoryOnlyTheLastRevisionsAreExported() throws IOException, SQLException {
    expectCurrent(List.of(first, second));
  }

  @Test
  void allRevisionsAreExportedOnRequest() throws IOException, SQLException {
    Path export = folder.resolve("all");
    Started.well("export", days.toString(), "--to=" + export, "--current=false");
    try (Duck duck = new Duck()) {
      for (String dataset : REVISED) {
        assertThat(
            duck.number("SELECT count(*) FROM " + Duck.table(export, dataset)),
            equalTo(written(List.of(days), dataset)));
      }
    }
  }

  @Test
  void catPrintsTheSame() throws IOException {
    ObjectMapper json = new ObjectMapper();
    CurrentRecords expected = CurrentRecords.in(List.of(first, second));
    Started articles =
        Started.well(
            "cat",
            "--current",
            first.resolve("articles").toString(),
            second.resolve("articles").toString());
    Set<String> ids = new TreeSet<>();
    for (String line : articles.out().lines().toList()) {
      JsonNode article = json.readTree(line);
      assertThat(article.get("id").asText(), ids.add(article.get("id").asText()), equalTo(true));
    }
    assertThat(ids, equalTo(expected.of("articles").keySet()));

    Started all = Started.well("cat", "--current", days.toString());
    long records =
        CurrentRecords.in(List.of(days)).datasets().values().stream()
            .mapToLong(dataset -> dataset.size())
            .sum();
    assertThat(all.out().lines().count(), equalTo(records));
    assertThat(
        Started.well("cat", "--current", days.toString(), "--limit=3").out().lines().count(),
        equalTo(3L));
    assertThat(Started.with("cat", "--current", folder.toString()).code(), equalTo(66));
  }

  @Test
  void aFolderOfARunPrintsWhatCountsThere() throws IOException {
    Path articles = days.resolve("articles");
    long lines = 0;
    try (Stream<Path> partitions = Files.list(articles)) {
      for (Path partition : partitions.toList()) {
        lines += Started.well("cat", "--current", partition.toString()).out().lines().count();
      }
    }
    assertThat(lines, equalTo((long) CurrentRecords.in(List.of(days)).of("articles").size()));
  }

  private static void expectCurrent(List<Path> runs) throws IOException, SQLException {
    CurrentRecords expected = CurrentRecords.in(runs);
    Path export = folder.resolve("export-" + runs.size());
    List<String> args = new ArrayList<>(List.of("export", "--to=" + export));
    runs.forEach(run -> args.add(run.toString()));
    Started done = Started.well(args.toArray(String[]::new));
    assertThat(done.out(), containsString("wrote " + export));
    try (Duck duck = new Duck()) {
      for (String dataset : REVISED) {
        assertThat(
            dataset,
            duck.number("SELECT count(*) FROM " + Duck.table(export, dataset)),
            equalTo((long) expected.of(dataset).size()));
      }
      // Or nothing would be tried here.
      assertThat(written(runs, "stories"), greaterThan((long) expected.of("stories").size()));
      assertThat(
          new TreeSet<>(duck.list("SELECT id FROM " + Duck.table(export, "articles"))),
          equalTo(expected.of("articles").keySet()));
      assertThat(
          duck.number(
              "SELECT count(*) FROM "
                  + Duck.table(export, "articles")
                  + " WHERE storyId NOT IN (SELECT id FROM "
                  + Duck.table(export, "stories")
                  + ")"),
          equalTo(0L));
      assertThat(
          duck.number(
              "SELECT count(*) FROM " + Duck.table(export, "stories") + " WHERE len(members) = 0"),
          equalTo(0L));
    }
  }

  private static long written(List<Path> runs, String dataset) throws IOException {
    long records = 0;
    for (Path run : runs) {
      records +=
          RunManifest.read(run)
              .orElseThrow()
              .datasets()
              .getOrDefault(dataset, RunManifest.Count.NONE)
              .records();
    }
    return records;
  }
}
