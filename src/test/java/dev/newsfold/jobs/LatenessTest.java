package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Started;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Late;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One article of each kind of lateness, by the real entry point: as a batch, and as a stream, which
 * has said its counts before the later ones come. Both end in the same.
 */
class LatenessTest {
  private static final String HORIZON = "--horizon=P3D";
  private static final String BEYOND = "http://www.cedar.example/beyond.html";

  @TempDir static Path folder;
  private static Outcome batch;
  private static Outcome stream;
  private static Map<String, DailyAggregate> saidBefore;

  @BeforeAll
  static void runBoth() throws IOException {
    Path watched = folder.resolve("watched");
    batch = new Outcome(folder.resolve("batch"));
    stream = new Outcome(folder.resolve("stream"));

    new CapturedPages()
        .add("first", "2025-03-03 07:00", Instant.parse("2025-03-03T00:00:00Z"))
        .add("early", "2025-03-05 08:00", Instant.parse("2025-03-05T01:00:00Z"))
        .write(watched.resolve("1.warc"));
    stream();
    saidBefore = stream.rows();

    new CapturedPages()
        .add("ontime", "2025-03-05 23:50", Instant.parse("2025-03-05T16:10:00Z"))
        .add("late", "2025-03-03 23:00", Instant.parse("2025-03-06T01:00:00Z"))
        .add("beyond", "2025-02-01 08:00", Instant.parse("2025-03-06T01:00:00Z"))
        .add("undated", null, Instant.parse("2025-03-06T01:00:00Z"))
        .write(watched.resolve("2.warc"));
    stream("--resume");
    run("local", "--input=" + watched, "--output=" + batch.output(), HORIZON);
  }

  static Stream<Outcome> both() {
    return Stream.of(batch, stream);
  }

  @ParameterizedTest
  @MethodSource("both")
  void anEarlyArticleCapturedWithinItsWindowIsCounted(Outcome outcome) throws IOException {
    assertThat(
        outcome.row("2025-03-05").getFirstPublishedAt(), equalTo(at("2025-03-05T00:00:00Z")));
    assertThat(outcome.articles("early"), not(hasSize(0)));
  }

  @Test
  void aStreamCountsAnEarlyArticleBeforeOthersOfItsWindowCome() {
    assertThat(saidBefore.keySet(), equalTo(Set.of("2025-03-03", "2025-03-05")));
    assertThat(before("2025-03-05").getArticles(), equalTo(1L));
  }

  private static DailyAggregate before(String day) {
    return Objects.requireNonNull(saidBefore.get(day), day);
  }

  @ParameterizedTest
  @MethodSource("both")
  void anArticleOnTimeCapturedAsItsWindowHasEndedIsCounted(Outcome outcome) throws IOException {
    assertThat(outcome.row("2025-03-05").getArticles(), equalTo(2L));
    assertThat(outcome.row("2025-03-05").getLastPublishedAt(), equalTo(at("2025-03-05T15:50:00Z")));
  }

  @ParameterizedTest
  @MethodSource("both")
  void aLateArticleWithinTheHorizonIsCountedInItsOwnWindow(Outcome outcome) throws IOException {
    assertThat(outcome.row("2025-03-03").getArticles(), equalTo(2L));
    assertThat(outcome.row("2025-03-03").getLastPublishedAt(), equalTo(at("2025-03-03T15:00:00Z")));
  }

  @Test
  void aStreamReplacesTheCountThatItHasSaidByAHigherRevision() throws IOException {
    for (String day : List.of("2025-03-03", "2025-03-05")) {
      assertThat(stream.row(day).getRevision(), greaterThan(before(day).getRevision()));
      // Accumulating: the new row is the whole count, and the old one is still there to be seen.
      assertThat(stream.records(Dataset.AGGREGATES, DailyAggregate.class), hasItem(before(day)));
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void anArticleBeyondTheHorizonGoesToLateWithTheReason(Outcome outcome) throws IOException {
    assertThat(
        outcome.late(),
        equalTo(Map.of(BEYOND, "published PT793H before its capture; the horizon is PT72H")));
    assertThat(outcome.articles("beyond"), hasSize(1));
    assertThat(outcome.rows().containsKey("2025-02-01"), equalTo(false));
  }

  @ParameterizedTest
  @MethodSource("both")
  void anUndatedArticleIsKeptAndNeitherCountedNorLate(Outcome outcome) throws IOException {
    assertThat(outcome.articles("undated"), hasSize(1));
    assertThat(outcome.articles("undated").get(0).getPublishDay() == null, equalTo(true));
    assertThat(outcome.late().containsKey("undated"), equalTo(false));
    assertThat(
        outcome.rows().values().stream().mapToLong(DailyAggregate::getArticles).sum(), equalTo(4L));
  }

  @Test
  void whatIsLateIsCountedInTheTotalsOfTheRun() throws IOException {
    assertThat(batch.manifest().totals().get("late"), equalTo(1L));
    assertThat(batch.manifest().totals().get("undated"), equalTo(1L));
    assertThat(stream.records(Dataset.LATE, Late.class), hasSize(1));
  }

  private static void stream(String... more) {
    String[] args = {
      "stream",
      "--input=" + folder.resolve("watched"),
      "--output=" + stream.output(),
      HORIZON,
      "--parallelism=1",
      "--every=PT0.5S",
      "--settle=PT0.4S",
      "--checkpointingInterval=1000",
      "--untilIdle=PT4S"
    };
    run(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new));
  }

  private static void run(String... args) {
    Started started = Started.at(Clock.systemUTC(), args);
    assertThat(started.err(), started.code(), equalTo(0));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
