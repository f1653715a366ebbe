package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.newsfold.Newsfold;
import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.Article;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Story;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
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
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real entry point on small dumps, and compares whole outputs. */
class RunTest {
  private static final int PAGES = 160;

  @TempDir static Path folder;
  private static Path dump;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void writeDump() throws IOException {
    dump = folder.resolve("dump.warc.gz");
    Sample.write(new SampleOptions(PAGES, 3), dump);
  }

  @Test
  void bothRunnersAndASecondRunGiveTheSameRecords() throws IOException {
    Path direct = output("direct");
    Path again = output("again");
    Path flink = output("flink");
    run(0, "local", "--input=" + dump, "--output=" + direct, "--sightings");
    assertThat(out.toString(StandardCharsets.UTF_8), containsString("index.html"));
    run(
        0,
        "local",
        "--input=" + dump,
        "--output=" + again,
        "--sightings",
        "--enforceImmutability=true",
        "--enforceEncodability=true");
    run(
        0,
        "local",
        "--input=" + dump,
        "--output=" + flink,
        "--sightings",
        "--runner=FlinkRunner",
        "--flinkMaster=[local]",
        "--parallelism=2");
    for (Dataset dataset : Dataset.values()) {
      List<String> expected = records(direct, dataset);
      assertThat(dataset + " again", records(again, dataset), equalTo(expected));
      assertThat(dataset + " on Flink", records(flink, dataset), equalTo(expected));
    }
    // Few records fill one file, so that more files tell that more than one key wrote them.
    for (Dataset whole : List.of(Dataset.HEADLINES, Dataset.SIGHTINGS, Dataset.REJECTIONS)) {
      assertThat(whole + " by one key", files(flink, whole), greaterThan(1L));
      assertThat(whole + " in several files", files(direct, whole), equalTo(1L));
    }
    checkConservation(direct);
    checkCounts(direct);
  }

  private static long files(Path output, Dataset dataset) throws IOException {
    return RunManifest.read(output).orElseThrow().files().stream()
        .filter(file -> file.dataset().equals(dataset.folder()))
        .count();
  }

  private static void checkConservation(Path output) throws IOException {
    RunManifest manifest = RunManifest.read(output).orElseThrow();
    Map<String, Long> totals = manifest.totals();
    assertThat(
        totals.getOrDefault("captures", 0L),
        equalTo(
            totals.getOrDefault("articles", 0L)
                + totals.getOrDefault("recaptures", 0L)
                + totals.getOrDefault("rejections", 0L)
                + totals.getOrDefault("skips", 0L)));
    assertThat(totals.getOrDefault("captures", 0L), greaterThan((long) PAGES - 1));
    forEach(
        output,
        Dataset.LEDGER,
        InputFile.class,
        file -> assertThat(file.toString(), Ledger.unexplained(file), equalTo(0L)));
  }

  /** What the aggregates say must be what counting the articles and stories by hand says. */
  private static void checkCounts(Path output) throws IOException {
    Map<String, Long> byDay = new TreeMap<>();
    Map<String, String> storyOf = new TreeMap<>();
    forEach(
        output,
        Dataset.ARTICLES,
        Article.class,
        article -> {
          storyOf.put(article.getId(), article.getStoryId());
          if (article.getPublishedAt() != null) {
            byDay.merge(article.getPublishDay().toString(), 1L, Long::sum);
          }
        });
    Map<String, Long> counted = new TreeMap<>();
    forEach(
        output,
        Dataset.AGGREGATES,
        DailyAggregate.class,
        row -> {
          assertThat(row.getCrossPosts(), equalTo(row.getArticles() - row.getStories()));
          if (row.getDimension() == Dimension.ALL) {
            counted.put(row.getDay().toString(), row.getArticles());
          }
        });
    assertThat(counted, equalTo(byDay));
    Map<String, String> memberOf = new TreeMap<>();
    forEach(
        output,
        Dataset.STORIES,
        Story.class,
        story -> story.getMembers().forEach(m -> memberOf.put(m.getArticleId(), story.getId())));
    assertThat(memberOf, equalTo(storyOf));
  }

  @Test
  void articlesOfOthersAreFoldedWithTheIdsTheyCameWith() throws IOException {
    String text = "一条虚构的消息写得足够长，好让两份抄本能够被认出来，而不会和别的文字相混，此外再无所求。".repeat(4);
    Path rows = folder.resolve("rows.jsonl");
    Files.writeString(
        rows,
        """
        {"id":"x","title":"甲地修桥","text":"%1$s","date":"2020-09-25 11:45:27","url":"http://a.example/1"}
        {"id":"y","headline":"甲地修桥","maintext":"%1$s","date_publish":"2020-09-25T12:00","sitename":"乙报"}
        not json
        {"id":"z","note":"neither headline nor text"}
        """
            .formatted(text));
    Path output = output("fold");
    run(0, "fold", "--input=" + rows, "--output=" + output);
    List<Story> stories = new ArrayList<>();
    forEach(output, Dataset.STORIES, Story.class, stories::add);
    assertThat(stories.size(), equalTo(1));
    assertThat(
        stories.get(0).getMembers().stream().map(m -> m.getArticleId()).toList(),
        equalTo(List.of("x", "y")));
    assertThat(records(output, Dataset.REJECTIONS).size(), equalTo(2));
  }

  @Test
  void failuresAreToldApart() throws IOException {
    Path notOurs = Files.createDirectories(output("foreign"));
    Files.writeString(notOurs.resolve("thesis.txt"), "precious");
    Path empty = Files.createDirectories(output("empty"));
    run(64, "local", "--inptu=x");
    assertThat(err.toString(StandardCharsets.UTF_8), containsString("--input"));
    run(64, "locale");
    run(64, "local", "--input=" + dump, "--zone=Middle/Earth", "--output=" + output("a"));
    run(64, "local", "--input=" + dump, "--window=P2D", "--output=" + output("a"));
    run(64, "local", "--input=" + dump, "--reportPages=-1", "--output=" + output("a"));
    run(64, "local", "--input=" + dump, "--output=" + notOurs);
    run(66, "local", "--input=" + folder.resolve("nowhere"), "--output=" + output("a"));
    run(66, "local", "--input=" + empty, "--output=" + output("a"));
    assertThat(Files.readString(notOurs.resolve("thesis.txt")), equalTo("precious"));
    assertThat(
        err.toString(StandardCharsets.UTF_8),
        allOf(not(containsString("\tat ")), not(containsString("null"))));
  }

  @Test
  void lateArticlesGoToTheirOwnOutputAndAreNotCounted() throws IOException {
    Path output = output("late");
    run(0, "local", "--input=" + dump, "--output=" + output, "--horizon=PT1H");
    RunManifest manifest = RunManifest.read(output).orElseThrow();
    long late = manifest.totals().getOrDefault("late", 0L);
    assertThat(late, greaterThan(0L));
    List<Long> counted = new ArrayList<>();
    forEach(
        output,
        Dataset.AGGREGATES,
        DailyAggregate.class,
        row -> counted.add(row.getDimension() == Dimension.ALL ? row.getArticles() : 0L));
    assertThat(
        counted.stream().mapToLong(Long::longValue).sum()
            + late
            + manifest.totals().getOrDefault("undated", 0L),
        equalTo(manifest.totals().getOrDefault("articles", 0L)));
  }

  private void run(int expected, String... args) {
    JobContext context =
        new JobContext(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            false);
    int code = Newsfold.run(List.of(args), context);
    assertThat(err.toString(StandardCharsets.UTF_8), code, equalTo(expected));
  }

  private static Path output(String name) {
    return folder.resolve("out").resolve(name);
  }

  private static List<String> records(Path output, Dataset dataset) throws IOException {
    List<String> records = new ArrayList<>();
    Class<?> type = SpecificData.get().getClass(dataset.schema());
    forEach(
        output,
        dataset,
        type.asSubclass(SpecificRecord.class),
        item -> records.add(item.toString()));
    records.sort(null);
    return records;
  }

  private static <T extends SpecificRecord> void forEach(
      Path output, Dataset dataset, Class<T> type, java.util.function.Consumer<? super T> sink)
      throws IOException {
    RunManifest manifest = RunManifest.read(output).orElseThrow();
    for (RunManifest.DataFile file : manifest.files()) {
      if (file.dataset().equals(dataset.folder())) {
        AvroFiles.read(output.resolve(file.path()), type, sink);
      }
    }
  }
}
