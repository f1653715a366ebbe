package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.newsfold.CurrentRecords;
import dev.newsfold.Newsfold;
import dev.newsfold.Started;
import dev.newsfold.aggregate.Ledger;
import dev.newsfold.records.InputFile;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams small dumps through embedded Flink by the real entry point, and compares with batches.
 */
class StreamTest {
  private static final Set<Dataset> SAME =
      EnumSet.of(
          Dataset.ARTICLES,
          Dataset.STORIES,
          Dataset.COPIES,
          Dataset.VERSIONS,
          Dataset.AGGREGATES,
          Dataset.LATE,
          Dataset.REJECTIONS,
          Dataset.HEADLINES,
          Dataset.SIGHTINGS);

  private static final List<String> TOTALS =
      List.of(
          "inputFiles",
          "captures",
          "articles",
          "recaptures",
          "rejections",
          "skips",
          "stories",
          "crossPosts",
          "undated",
          "late");

  @TempDir static Path folder;
  private static Path first;
  private static Path second;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void writeDumps() throws IOException {
    // Of one seed: the second dump holds other pages of the same portals.
    first = Files.createDirectories(folder.resolve("dumps")).resolve("first.warc.gz");
    second = first.resolveSibling("second.warc.gz");
    Sample.write(new SampleOptions(120, 3), first);
    Sample.write(new SampleOptions(90, 4), second);
  }

  @Test
  void aStreamThatStopsAndResumesEndsLikeABatch() throws IOException {
    Path watched = Files.createDirectories(folder.resolve("watched"));
    Path stream = folder.resolve("out/stream");
    move(first, watched);
    stream(0, watched, stream, "--parallelism=2");
    Map<String, Long> before = totals(stream);
    assertThat(before.getOrDefault("articles", 0L), greaterThan(0L));

    Path outdated = lastCheckpoint(stream);

    move(second, watched);
    stream(0, watched, stream, "--resume", "--parallelism=1");
    // Going on from there, firings would say other things under numbers that are taken.
    stream(64, watched, stream, "--savepointPath=" + outdated);

    assertThat(totals(stream).getOrDefault("captures", 0L), greaterThan(before.get("captures")));
    assertThat(totals(stream).get("unexplained"), equalTo(0L));
    Path batch = batch(watched, "--horizon=P3D", "--sightings");
    expectSame(batch, stream, Dataset.LEDGER);
    expectReportOf(batch, stream);
    assertThat(totalsOf(stream), equalTo(totalsOf(batch)));
    expectLedgerToAddUp(stream);
    assertThat(totals(batch).get("late"), greaterThan(0L));
  }

  @Test
  void whatIsDeliveredTwiceCountsOnce() throws IOException {
    Path watched = Files.createDirectories(folder.resolve("growing"));
    Path stream = folder.resolve("out/growing");
    Path one = folder.resolve("one.warc.gz");
    Path two = folder.resolve("two.warc.gz");
    Sample.write(new SampleOptions(20, 5), one);
    Sample.write(new SampleOptions(20, 6), two);
    Path archive = watched.resolve("archive.warc.gz");
    Files.copy(one, archive);
    stream(0, watched, stream);

    // An archive that grows is read again from its beginning.
    Path grown = watched.resolve(".grown");
    Files.copy(one, grown);
    Files.write(grown, Files.readAllBytes(two), StandardOpenOption.APPEND);
    Files.move(grown, archive, StandardCopyOption.REPLACE_EXISTING);
    stream(0, watched, stream, "--resume");
    assertThat(totals(stream).get("skips"), greaterThan(15L));
    expectSame(batch(watched, "--horizon=P3D", "--sightings"), stream);
    expectLedgerToAddUp(stream);
  }

  @Test
  void aFileThatIsReplacedIsReadAgainAndOneThatIsTouchedIsNot() throws IOException {
    Path watched = Files.createDirectories(folder.resolve("replaced"));
    Path stream = folder.resolve("out/replaced");
    Path page = watched.resolve("www.cedar.example/1.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, page("一座虚构的桥在青浦湾启用", "2025-03-01 08:00"));
    Path still = watched.resolve("www.cedar.example/2.html");
    Files.writeString(still, page("另一条虚构的消息也要够长", "2025-03-02 08:00"));
    stream(0, watched, stream);
    assertThat(totals(stream).get("captures"), equalTo(2L));

    Files.writeString(page, page("一座虚构的桥在青浦湾关闭", "2025-03-01 08:00"));
    Files.setLastModifiedTime(
        still, java.nio.file.attribute.FileTime.from(Clock.systemUTC().instant()));
    stream(0, watched, stream, "--resume");
    assertThat(totals(stream).get("captures"), equalTo(3L));
    assertThat(totals(stream).get("articles"), equalTo(2L));
    assertThat(totals(stream).get("recaptures"), equalTo(1L));
  }

  @Test
  void aStreamIsNotBegunOverAnotherRun() throws IOException {
    Path watched = Files.createDirectories(folder.resolve("empty"));
    Path there = folder.resolve("out/there");
    Files.createDirectories(there);
    run(66, "stream", "--input=" + folder.resolve("nowhere"), "--output=" + there);
    run(64, "stream", "--output=" + there);
    run(64, "stream", "--input=" + watched, "--output=" + there, "--runner=DirectRunner");
    run(64, "stream", "--input=" + watched, "--output=" + there, "--every=soon");
    run(64, "stream", "--input=" + watched, "--output=" + there, "--resume");
    Path batch = batch(first.getParent() == null ? first : second);
    run(64, "stream", "--input=" + watched, "--output=" + batch);
    assertThat(err.toString(StandardCharsets.UTF_8), not(containsString("\tat ")));
  }

  @Test
  void aStreamThatEndedBeforeItsFirstCheckpointIsStartedAgain() throws Exception {
    Path watched = Files.createDirectories(folder.resolve("early"));
    Files.writeString(watched.resolve("1.html"), page("一座虚构的桥在青浦湾启用", "2025-03-01 08:00"));
    Path stream = folder.resolve("out/early");
    // All that such a stream leaves.
    Map<String, String> flags =
        Map.of("input", watched.toString(), "horizon", "P3D", "sightings", "true");
    new StreamOutput(new dev.newsfold.sinks.LocalFolder(stream))
        .open(Instant.EPOCH, new TreeMap<>(), new TreeMap<>(flags), false, false);
    // A batch would replace it all.
    run(64, "local", "--input=" + watched, "--output=" + stream);
    stream(66, watched, stream, "--resume");
    assertThat(err.toString(StandardCharsets.UTF_8), containsString("without --resume"));
    err.reset();
    stream(0, watched, stream);
    assertThat(totals(stream).get("articles"), equalTo(1L));
    stream(64, watched, stream);
  }

  private static String page(String headline, String at) {
    return """
        <html><head><meta charset="utf-8"><title>%1$s</title></head><body><h1>%1$s</h1>
        <p>%2$s 来源：青浦日报</p><p>%3$s</p></body></html>
        """
        .formatted(headline, at, "这座桥长一百二十米，市民可以步行过湾，早晚各有一班渡船。".repeat(6));
  }

  private static void move(Path dump, Path watched) throws IOException {
    // Under a hidden name first, as whoever feeds a folder should.
    Path hidden = watched.resolve(".incoming");
    Files.copy(dump, hidden, StandardCopyOption.REPLACE_EXISTING);
    Files.move(hidden, watched.resolve(dump.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  private void stream(int expected, Path watched, Path output, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "stream",
                "--input=" + watched,
                "--output=" + output,
                "--every=PT0.5S",
                "--reportEvery=PT1S",
                "--settle=PT0.4S",
                "--horizon=P3D",
                "--sightings",
                // More often, some hundred tasks do little else.
                "--checkpointingInterval=1000",
                "--untilIdle=PT3S"));
    args.addAll(Arrays.asList(more));
    if (args.stream().noneMatch(arg -> arg.startsWith("--parallelism="))) {
      args.add("--parallelism=1");
    }
    run(expected, args.toArray(new String[0]));
  }

  private Path batch(Path input, String... more) {
    Path output = folder.resolve("out/batch-" + input.getFileName());
    List<String> args = new ArrayList<>(List.of("local", "--input=" + input, "--output=" + output));
    args.addAll(Arrays.asList(more));
    run(0, args.toArray(new String[0]));
    return output;
  }

  private static void expectSame(Path batch, Path stream, Dataset... more) throws IOException {
    Set<Dataset> datasets = EnumSet.copyOf(SAME);
    datasets.addAll(List.of(more));
    CurrentRecords expected = CurrentRecords.in(List.of(batch));
    CurrentRecords found = CurrentRecords.in(List.of(stream));
    for (Dataset dataset : datasets) {
      assertThat(
          dataset.folder(), found.of(dataset.folder()), equalTo(expected.of(dataset.folder())));
    }
    for (Dataset dataset : List.of(Dataset.STORIES, Dataset.HEADLINES, Dataset.SIGHTINGS)) {
      assertThat(dataset.folder(), found.of(dataset.folder()).size(), greaterThan(0));
    }
  }

  /** What was revised counts once in the report, and what was withdrawn not at all. */
  private static void expectReportOf(Path batch, Path stream) throws IOException {
    for (String table : List.of("articles", "stories", "versions", "site-counts", "days")) {
      Path name = Path.of("report/data", table + ".csv");
      assertThat(
          table,
          Files.readString(stream.resolve(name)).lines().count(),
          equalTo(Files.readString(batch.resolve(name)).lines().count()));
    }
    assertThat(
        Files.readString(stream.resolve("report/data/site-counts.csv")),
        equalTo(Files.readString(batch.resolve("report/data/site-counts.csv"))));
    assertThat(
        tiles(stream.resolve("report/index.html")),
        equalTo(tiles(batch.resolve("report/index.html"))));
  }

  /** The counts at the head of the first page. */
  private static String tiles(Path page) throws IOException {
    return Jsoup.parse(Files.readString(page)).select("dl.tiles").text();
  }

  /** Every row that was ever written, and the current ones with the totals. */
  private static void expectLedgerToAddUp(Path stream) throws IOException {
    Map<String, InputFile> current = new TreeMap<>();
    for (InputFile row : Started.records(stream, Dataset.LEDGER, InputFile.class)) {
      assertThat(row.toString(), Ledger.unexplained(row), equalTo(0L));
      current.merge(row.getPath(), row, (a, b) -> a.getRevision() > b.getRevision() ? a : b);
    }
    Map<String, Long> totals = totals(stream);
    assertThat(
        current.values().stream().mapToLong(InputFile::getCaptures).sum(),
        equalTo(totals.get("captures")));
    assertThat(
        current.values().stream().mapToLong(InputFile::getArticles).sum(),
        equalTo(totals.get("articles")));
    assertThat((long) current.size(), equalTo(totals.get("inputFiles")));
  }

  private static Map<String, Long> totalsOf(Path output) throws IOException {
    Map<String, Long> totals = totals(output);
    totals.keySet().retainAll(TOTALS);
    return totals;
  }

  /** The last of the first job: Flink may still be deleting those before it. */
  private static Path lastCheckpoint(Path output) throws IOException {
    try (Stream<Path> folders = Files.walk(output.resolve(".checkpoints"), 2)) {
      return folders
          // One that was under way when the job ended is not complete.
          .filter(path -> Files.exists(path.resolve("_metadata")))
          .max(Comparator.comparingInt(StreamTest::number))
          .orElseThrow();
    }
  }

  private static int number(Path checkpoint) {
    return Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()));
  }

  private static Map<String, Long> totals(Path output) throws IOException {
    return new TreeMap<>(RunManifest.read(output).orElseThrow().totals());
  }

  private void run(int expected, String... args) {
    JobContext context =
        new JobContext(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Clock.systemUTC(),
            false);
    int code = Newsfold.run(List.of(args), context);
    assertThat(err.toString(StandardCharsets.UTF_8), code, equalTo(expected));
  }
}
