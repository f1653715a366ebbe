package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Started;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Story;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sample.SamplePage;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the scheduled job day by day through the real entry point. */
class DayByDayTest {
  private static final int PAGES = 150;
  private static final int DAYS = 3;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static String said = "";

  @BeforeAll
  static void writeCaptures() throws IOException {
    Iterator<SamplePage> pages = new Sample(new SampleOptions(PAGES, 3)).pages();
    for (int day = 0; day < DAYS; day++) {
      List<SamplePage> ofDay = new ArrayList<>();
      for (int i = 0; i < PAGES / DAYS; i++) {
        ofDay.add(pages.next());
      }
      write(ofDay, "captures", day);
      write(day == 1 ? ofDay.subList(0, ofDay.size() / 3) : ofDay, "fewer", day);
    }
  }

  @Test
  void dayByDayEndsWithTheStoriesOfAllAtOnceAndSoDoesADayRunAgain() throws IOException {
    Path once = allAtOnce();
    Path daily = folder.resolve("out/daily");
    for (int day = 0; day < DAYS; day++) {
      schedule(0, day, daily);
    }
    expectSame(daily, once);
    expectSameReport(daily, once);
    RunManifest manifest = RunManifest.read(daily).orElseThrow();
    assertThat(manifest.runsByDay().size(), equalTo(DAYS));
    assertThat(
        manifest.totals().get("recaptures"),
        equalTo(RunManifest.read(once).orElseThrow().totals().get("recaptures")));

    // Of the last day: what its partitions hold, and after it what all days came to.
    assertThat(said, containsString(manifest.totals().get("articles") + " articles, "));
    assertThat(said, containsString("captured on " + DAYS + " days"));
    assertThat(said, not(containsString(" -")));

    List<RunManifest.DataFile> before = manifest.files();
    schedule(0, 1, daily);
    assertThat(RunManifest.read(daily).orElseThrow().files(), equalTo(before));

    expectADayOfFewerCapturesToTakeBackWhatItHad(daily);
  }

  private static void expectADayOfFewerCapturesToTakeBackWhatItHad(Path daily) throws IOException {
    Path once = folder.resolve("out/once-of-fewer");
    run(0, "local", "--input=" + folder.resolve("fewer"), "--output=" + once);
    schedule(0, "fewer", 1, daily);
    expectSame(daily, once);
    expectSameReport(daily, once);
    assertThat(
        RunManifest.read(daily).orElseThrow().totals().get("captures"),
        equalTo(RunManifest.read(once).orElseThrow().totals().get("captures")));
  }

  /** The report of days is about all of them. A story's id stays, so that it may be another one. */
  private static void expectSameReport(Path daily, Path once) throws IOException {
    for (String table : List.of("days", "site-counts", "story-sizes", "copying-pairs")) {
      assertThat(table, table(daily, table), equalTo(table(once, table)));
    }
    assertThat(storiesWithoutIds(daily), equalTo(storiesWithoutIds(once)));
  }

  private static String table(Path output, String name) throws IOException {
    return Files.readString(output.resolve("report/data/" + name + ".csv"));
  }

  /** Sorted anew, for stories that are equally wide are in the order of their ids. */
  private static List<String> storiesWithoutIds(Path output) throws IOException {
    return table(output, "stories")
        .lines()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .sorted()
        .toList();
  }

  @Test
  void aDayThatIsNotThereOrTooSmallPublishesNothing() throws IOException {
    Path output = folder.resolve("out/none");
    schedule(75, 9, output);
    schedule(65, 0, output, "--minCaptures=1000");
    assertThat(Files.exists(output.resolve("run.json")), equalTo(false));
  }

  @Test
  void noOtherJobReplacesTheDays() throws IOException {
    Path daily = folder.resolve("out/daily-and-more");
    schedule(0, 0, daily);
    byte[] before = Files.readAllBytes(daily.resolve("run.json"));
    run(64, "local", "--input=" + folder.resolve("captures"), "--output=" + daily);
    assertThat(Files.readAllBytes(daily.resolve("run.json")), equalTo(before));
  }

  /** What one batch makes of all days, run for whichever test asks first. */
  private static Path allAtOnce() {
    Path once = folder.resolve("out/once");
    if (!Files.exists(once)) {
      run(0, "local", "--input=" + folder.resolve("captures"), "--output=" + once);
    }
    return once;
  }

  private static void expectSame(Path daily, Path once) throws IOException {
    assertThat(stories(daily), equalTo(stories(once)));
    assertThat(articles(daily), equalTo(articles(once)));
    assertThat(aggregates(daily), equalTo(aggregates(once)));
  }

  private static List<String> stories(Path output) throws IOException {
    return records(
        output,
        Dataset.STORIES,
        Story.class,
        story -> {
          StringBuilder text = new StringBuilder(story.getCanonicalArticleId());
          story.getMembers().forEach(m -> text.append("\n  ").append(m));
          return text.append(story.getSiteCount()).toString();
        });
  }

  private static List<String> articles(Path output) throws IOException {
    return records(
        output,
        Dataset.ARTICLES,
        Article.class,
        a ->
            a.getId()
                + a.getCaptures()
                + a.getFirstCapturedAt()
                + a.getCapturedAt()
                + a.getDifferingTexts()
                + a.getPublishedAt()
                + a.getCrossPostRelation()
                + a.getBody());
  }

  private static List<String> aggregates(Path output) throws IOException {
    return records(
        output,
        Dataset.AGGREGATES,
        DailyAggregate.class,
        row ->
            DailyAggregate.newBuilder(row)
                .setRevision(0)
                .setTopStories(List.of())
                .build()
                .toString());
  }

  private static <T extends SpecificRecord> List<String> records(
      Path output, Dataset dataset, Class<T> type, Function<T, String> text) throws IOException {
    List<String> records = new ArrayList<>();
    Started.records(output, dataset, type).stream()
        .filter(item -> !Revisions.isWithdrawn(item))
        .forEach(item -> records.add(text.apply(item)));
    assertThat(records.size(), greaterThan(0));
    records.sort(null);
    return records;
  }

  private static void schedule(int expected, int day, Path output, String... more) {
    schedule(expected, "captures", day, output, more);
  }

  private static void schedule(
      int expected, String captures, int day, Path output, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "scheduled",
                "--day=2026-11-" + (20 + day),
                "--input=" + folder.resolve(captures + "/{yyyy}/{MM}/{dd}/*.warc"),
                "--output=" + output));
    args.addAll(List.of(more));
    run(expected, args.toArray(new String[0]));
  }

  private static void run(int expected, String... args) {
    Started started = Started.at(CLOCK, args);
    said = started.out();
    assertThat(started.err(), started.code(), equalTo(expected));
  }

  private static void write(List<SamplePage> pages, String captures, int day) throws IOException {
    new CapturedPages()
        .add(pages)
        .write(folder.resolve(captures + "/2026/11/" + (20 + day) + "/dump.warc"));
  }
}
