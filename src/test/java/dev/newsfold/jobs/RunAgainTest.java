package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.Newsfold;
import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run has written, given to another run as its input. */
class RunAgainTest {
  @TempDir static Path folder;
  private static Path first;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void runOnce() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    String article =
        """
        <html><head><meta charset="utf-8"><title>青浦湾的渡船停航</title></head><body>
        <h1>青浦湾的渡船停航</h1><p>2020-09-25 11:45 来源：青浦日报</p><p>%s</p></body></html>
        """
            .formatted("渡船的乘客改乘临时班车，码头的茶馆照常开门，船员们在岸上等候消息。".repeat(6));
    Files.writeString(pages.resolve("article.html"), article);
    Files.writeString(pages.resolve("none.html"), "<html><title>x</title><body>none</body></html>");
    Files.writeString(pages.resolve("feed.xml"), "<?xml version='1.0'?><rss><channel/></rss>");
    Files.write(pages.resolve("cut.html.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    first = folder.resolve("first");
    RunAgainTest run = new RunAgainTest();
    run.run(0, "local", "--input=" + pages, "--output=" + first);
  }

  @Test
  void rejectionsAreRunAgainWithTheOriginTheyHad() throws IOException {
    Path again = folder.resolve("again");
    // Rejected they were, and rejected they are again.
    run(76, "local", "--input=" + first.resolve("rejections"), "--output=" + again);
    assertThat(rejections(again), equalTo(rejections(first)));
    assertThat(rejections(again).size(), equalTo(3));
    RunManifest manifest = RunManifest.read(again).orElseThrow();
    assertThat(manifest.totals().getOrDefault("captures", 0L), equalTo(3L));
    for (InputFile row : records(again, "ledger", InputFile.class)) {
      assertThat(row.toString(), Ledger.unexplained(row), equalTo(0L));
    }
  }

  @Test
  void otherDatasetsAreNoCapturesAndTheErrorNamesThem() {
    for (String input : List.of("", "articles", "ledger", "aggregates", "report", "report/site")) {
      run(64, "local", "--input=" + first.resolve(input), "--output=" + folder.resolve("no"));
    }
    String told = err.toString(StandardCharsets.UTF_8);
    assertThat(told, containsString("holds articles that a run has written"));
    assertThat(told, containsString("holds ledger that a run has written"));
    assertThat(told, containsString("/report holds the report of a run"));
    assertThat(told, containsString("/report/site holds the report of a run"));
    assertThat(Files.exists(folder.resolve("no")), equalTo(false));
  }

  /** The folder of a run has tables of its report in it, too, which look like articles. */
  @ParameterizedTest
  @CsvSource({"'', 64", "ledger, 64", "rejections, 64", "articles, 0"})
  void foldTakesOfARunItsArticlesAlone(String input, int status) {
    Path output = folder.resolve("folded-" + input);
    run(status, "fold", "--input=" + first.resolve(input), "--output=" + output);
    assertThat(Files.exists(output), equalTo(status == 0));
    assertThat(
        err.toString(StandardCharsets.UTF_8).contains("the run's articles/ can be folded"),
        equalTo(status != 0));
  }

  @Test
  void anEmptyInputIsAMistakeAndNotThisFolder() {
    run(64, "local", "--input=", "--output=" + folder.resolve("no"));
    run(64, "reprocess", "--input=", "--output=" + folder.resolve("no"));
    run(64, "local", "--input= ", "--output=" + folder.resolve("no"));
    run(64, "local", "--input=" + first + ",,", "--output=" + folder.resolve("no"));
    assertThat(err.toString(StandardCharsets.UTF_8), containsString("--input is empty"));
    assertThat(Files.exists(folder.resolve("no")), equalTo(false));
  }

  @Test
  void columnsOfTablesAreNamedByFlags() throws IOException {
    Path rows = folder.resolve("rows.jsonl");
    String page = "<p>渡船停航</p>";
    Files.writeString(
        rows,
        "{\"quelle\":\"http://a.example/1\",\"seite\":\"" + page + "\",\"geholt\":\"20210203\"}\n");
    Path output = folder.resolve("named");
    run(
        76,
        "local",
        "--input=" + rows,
        "--output=" + output,
        "--htmlField=seite",
        "--urlField=quelle",
        "--timeField=geholt");
    Rejection rejection = records(output, "rejections", Rejection.class).get(0);
    assertThat(rejection.getUrl(), equalTo("http://a.example/1"));
    assertThat(rejection.getCapturedAt(), equalTo(Instant.parse("2021-02-03T00:00:00Z")));
  }

  private static List<String> rejections(Path output) throws IOException {
    return records(output, "rejections", Rejection.class).stream()
        .map(r -> r.getOrigin() + " " + r.getStage() + " " + r.getReason() + " " + r.getMessage())
        .sorted()
        .toList();
  }

  private static <T extends SpecificRecord> List<T> records(
      Path output, String dataset, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    RunManifest manifest = RunManifest.read(output).orElseThrow();
    for (RunManifest.DataFile file : manifest.files()) {
      if (file.dataset().equals(dataset)) {
        AvroFiles.read(output.resolve(file.path()), type, records::add);
      }
    }
    return records;
  }

  private void run(int expected, String... args) {
    JobContext context =
        new JobContext(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            false);
    int code = Newsfold.run(List.of(args), context);
    assertThat(err.toString(StandardCharsets.UTF_8), code, equalTo(expected));
  }
}
