package dev.newsfold.commands;

import static dev.newsfold.commands.Fixtures.article;
import static dev.newsfold.commands.Fixtures.run;
import static dev.newsfold.commands.Fixtures.write;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfold.commands.Fixtures.Outcome;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatRecordsTest {
  @TempDir Path folder;

  @Test
  void anArticleIsPlainJson() throws IOException {
    write(folder.resolve("a.avro"), article(7));
    JsonNode json = json(run(CatRecords::run, folder.resolve("a.avro")));
    assertThat(json.get("headline").asText(), equalTo("青浦湾首座竹木天桥今日启用"));
    assertThat(json.get("publishDay").asText(), equalTo("2020-09-25"));
    assertThat(
        json.get("evidence").toString(),
        equalTo("{\"body\":\"density\",\"headline\":\"json-ld\"}"));
    assertThat(json.get("origin").get("file").asText(), equalTo("pages/7.html"));
    assertThat(json.get("summary").isNull(), is(true));
    assertThat(json.get("captures").asInt(), is(1));
    assertThat(json.has("sketch"), is(false));
  }

  @Test
  void aPublishTimeHasTheOffsetOfItsZoneAndItsPrecision() throws IOException {
    Article second = article(1);
    Article day = article(2);
    day.setPublishedAt(Instant.parse("2020-09-24T16:00:00Z"));
    day.setPublishedPrecision(Precision.DAY);
    Article offset = article(3);
    offset.setPublishedZone("-05:00");
    Article noZone = article(4);
    noZone.setPublishedZone(null);
    Article undated = article(5);
    undated.setPublishedAt(null);
    write(folder.resolve("a.avro"), second, day, offset, noZone, undated);
    assertThat(
        run(CatRecords::run, folder, "--field=publishedAt").lines(),
        equalTo(
            List.of(
                "{\"publishedAt\":\"2020-09-25T11:45:27+08:00\"}",
                "{\"publishedAt\":\"2020-09-25\"}",
                "{\"publishedAt\":\"2020-09-24T22:45:27-05:00\"}",
                "{\"publishedAt\":\"2020-09-25T03:45:27Z\"}",
                "{\"publishedAt\":null}")));
  }

  @Test
  void theSketchIsPrintedOnRequest() throws IOException {
    write(folder.resolve("a.avro"), article(1));
    assertThat(json(run(CatRecords::run, folder, "--sketch")).get("sketch").asText(), is("AQID"));
    assertThat(
        run(CatRecords::run, folder, "--field=sketch").out(), equalTo("{\"sketch\":\"AQID\"}\n"));
  }

  @Test
  void aFolderIsReadInOrderOfPathsWithoutWhatIsHidden() throws IOException {
    write(folder.resolve("articles/day=2020-09-26/b.avro"), article(3));
    write(folder.resolve("articles/day=2020-09-25/a.avro"), article(1), article(2));
    write(folder.resolve(".staging/x.avro"), article(9));
    write(folder.resolve("articles/.b.avro"), article(9));
    Files.writeString(folder.resolve("articles/notes.txt"), "no records");
    assertThat(
        run(CatRecords::run, folder, "--field=canonicalUrl").out().replaceAll("[^0-9\n]", ""),
        equalTo("20201\n20202\n20203\n"));
  }

  @Test
  void theLimitHoldsAcrossFiles() throws IOException {
    write(folder.resolve("a.avro"), article(1), article(2));
    write(folder.resolve("b.avro"), article(3), article(4));
    assertThat(run(CatRecords::run, folder, "--limit=3").lines(), hasSize(3));
    assertThat(run(CatRecords::run, folder, "--limit=0").lines(), hasSize(0));
  }

  @Test
  void whoStopsReadingEndsItQuietly() throws IOException {
    write(
        folder.resolve("a.avro"),
        IntStream.range(0, 20_000).mapToObj(Fixtures::article).toArray(Article[]::new));
    AtomicLong attempts = new AtomicLong();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            attempts.incrementAndGet();
            throw new IOException("Broken pipe");
          }
        };
    var errors = new ByteArrayOutputStream();
    int exitCode =
        CatRecords.run(
            List.of(folder.toString()),
            new PrintStream(closed, false, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    assertThat(exitCode, is(0));
    assertThat(errors.size(), is(0));
    assertThat(attempts.get(), lessThan(1000L));
  }

  @Test
  void aFileThatIsCutOrNoAvroIsToldAndTheRestIsPrinted() throws IOException {
    write(folder.resolve("a.avro"), article(1));
    byte[] whole = Files.readAllBytes(folder.resolve("a.avro"));
    Files.write(folder.resolve("b.avro"), Arrays.copyOf(whole, whole.length - 20));
    Files.writeString(folder.resolve("c.avro"), "not Avro");
    Files.write(folder.resolve("d.avro"), new byte[0]);
    write(folder.resolve("e.avro"), article(2));
    Outcome outcome = run(CatRecords::run, folder);
    assertThat(outcome.exitCode(), is(ExitCode.UNREADABLE.code()));
    assertThat(outcome.lines(), hasSize(2));
    assertThat(outcome.err().lines().toList(), hasSize(3));
    assertThat(outcome.err(), containsString("b.avro: it is cut short"));
  }

  @Test
  void flippedBytesNeverThrow() throws IOException {
    write(folder.resolve("a.avro"), article(1), article(2));
    byte[] whole = Files.readAllBytes(folder.resolve("a.avro"));
    for (int i = 0; i < whole.length; i += 41) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x55;
      Files.write(folder.resolve("a.avro"), flipped);
      int exitCode = run(CatRecords::run, folder).exitCode();
      assertThat("byte " + i, exitCode == 0 || exitCode == ExitCode.UNREADABLE.code());
    }
  }

  @Test
  void wrongUsageAndMissingInputHaveTheirOwnCodes() throws IOException {
    assertThat(run(CatRecords::run).exitCode(), is(ExitCode.USAGE.code()));
    assertThat(run(CatRecords::run, folder, "--limit=many").exitCode(), is(ExitCode.USAGE.code()));
    Outcome unknown = run(CatRecords::run, folder, "--feild=a");
    assertThat(unknown.exitCode(), is(ExitCode.USAGE.code()));
    assertThat(unknown.err(), containsString("--field"));
    assertThat(
        run(CatRecords::run, folder.resolve("none")).exitCode(), is(ExitCode.NO_INPUT.code()));
    assertThat(run(CatRecords::run, folder).exitCode(), is(ExitCode.NO_INPUT.code()));
  }

  @Test
  void aFieldThatNoRecordHasIsBadUsageAndTheKnownOnesAreTold() throws IOException {
    write(folder.resolve("a.avro"), article(1));
    Outcome outcome = run(CatRecords::run, folder, "--field=headline,headlin");
    assertThat(outcome.exitCode(), is(ExitCode.USAGE.code()));
    assertThat(
        outcome.err(), containsString("no record there has a field named headlin (there are "));
    assertThat(outcome.err(), containsString("canonicalUrl, "));
    assertThat(outcome.err(), containsString("; did you mean headline?"));
    assertThat(outcome.out(), equalTo(""));
  }

  @Test
  void aFieldOfSomeOfTheFilesIsPrintedWhereItIs() throws IOException {
    write(folder.resolve("a.avro"), article(1));
    write(folder.resolve("b.avro"), new Origin("x", null, null));
    Outcome outcome = run(CatRecords::run, folder, "--field=file,site");
    assertThat(outcome.err(), outcome.exitCode(), is(0));
    assertThat(
        outcome.lines(),
        equalTo(List.of("{\"site\":\"daily.cedar.example\"}", "{\"file\":\"x\"}")));
  }

  private static JsonNode json(Outcome outcome) throws IOException {
    return new ObjectMapper().readTree(outcome.out());
  }
}
