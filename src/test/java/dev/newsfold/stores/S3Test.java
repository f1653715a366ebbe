package dev.newsfold.stores;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.Started;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Publication;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a real S3 server: what comes of them, of two at once, and of what is not there. */
class S3Test {
  private static final int RACERS = 8;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static @Nullable S3Server server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(S3Server.isThere(), "no S3 server in target/s3proxy: mvn generate-test-resources");
    server = S3Server.start(folder);
    server.makeBucket("news");
    for (String name : StorePages.write(folder.resolve("in"))) {
      server.put("news", "in/" + name, folder.resolve("in").resolve(name));
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aBatchFromAStoreToAStoreEqualsALocalOneByteForByte() throws IOException {
    Path local = folder.resolve("local");
    run(0, "local", "--input=" + folder.resolve("in"), "--output=" + local);
    Started done = run(0, "local", "--input=s3://news/in", "--output=s3://news/batch");
    RunManifest ofStore = manifest("s3://news/batch");
    RunManifest ofLocal = RunManifest.read(local).orElseThrow();
    assertThat(ofStore.files(), equalTo(ofLocal.files()));
    assertThat(ofStore.totals(), equalTo(ofLocal.totals()));
    assertThat(ofStore.totals().get("articles"), equalTo(8L));
    for (RunManifest.DataFile file : ofStore.files()) {
      assertThat(
          output("s3://news/batch").read(file.path()),
          equalTo(Files.readAllBytes(local.resolve(file.path()))));
    }
    OutputFolder report = output("s3://news/batch/report");
    assertThat(
        report.list().stream().map(OutputFolder.Entry::name).toList(),
        equalTo(
            new LocalFolder(local.resolve("report"))
                .list().stream().map(OutputFolder.Entry::name).toList()));
    for (String name : List.of("data/articles.csv", "data/search.js", "articles.html")) {
      assertThat(
          name,
          report.readText(name),
          equalTo(Files.readString(local.resolve("report").resolve(name))));
    }
    assertThat(report.readText("index.html"), containsString("8 articles"));
    saysNoSecret(done, "s3://news/batch");
  }

  @Test
  void daysGoOnFromEachOtherAndAHistoryIsReadFromAStore() throws IOException {
    for (int day = 1; day <= 2; day++) {
      run(
          0,
          "scheduled",
          "--input=s3://news/in/{yyyy}/{MM}/{dd}/*.html",
          "--output=s3://news/days",
          "--day=2020-09-0" + day);
    }
    assertThat(manifest("s3://news/days").runsByDay().size(), equalTo(2));
    assertThat(manifest("s3://news/days").totals().get("articles"), equalTo(8L));

    run(0, "local", "--input=s3://news/in/2020/09/01", "--output=s3://news/first");
    run(
        0,
        "local",
        "--input=s3://news/in/2020/09/02",
        "--output=s3://news/second",
        "--history=s3://news/first");
    assertThat(manifest("s3://news/second").totals().get("articles"), equalTo(8L));
  }

  @Test
  void commandsReadRunsOfAStore() throws IOException {
    run(0, "local", "--input=s3://news/in", "--output=s3://news/shown");
    String endpoint = server().flag().substring("--endpoint=".length());
    System.setProperty("aws.endpointUrlS3", endpoint);
    try {
      Started articles = Started.well("cat", "s3://news/shown/articles", "--field=headline");
      assertThat(articles.out().lines().count(), equalTo(8L));
      Started same = Started.well("diff", "s3://news/shown", "s3://news/shown");
      assertThat(same.out(), containsString("8 here, 8 there: 8 same"));
      Started absent = Started.with("cat", "s3://news/absent");
      assertThat(absent.err(), absent.code(), equalTo(66));
    } finally {
      System.clearProperty("aws.endpointUrlS3");
    }
  }

  @Test
  void aStreamPublishesToAStore() throws IOException {
    Started ended = stream("--every=PT1S");
    assertThat(ended.err(), ended.code(), equalTo(0));
    RunManifest manifest = manifest("s3://news/stream");
    assertThat(manifest.totals().get("articles"), equalTo(8L));
    OutputFolder output = output("s3://news/stream");
    for (RunManifest.DataFile file : manifest.files()) {
      assertThat(file.path(), output.exists(file.path()), is(true));
    }
    assertThat(output.below("runs").list().size(), lessThanOrEqualTo(5));
    assertThat(output.readText("report/index.html"), containsString("8 articles"));
    assertThat(
        output.below(".checkpoints").list().stream()
            .anyMatch(file -> file.name().endsWith("/_metadata")),
        is(true));
  }

  private static Started stream(String flag) {
    return Started.at(
        Clock.systemUTC(),
        "stream",
        "--input=" + folder.resolve("in"),
        "--output=s3://news/stream",
        "--settle=PT0.4S",
        "--checkpointingInterval=500",
        "--untilIdle=PT5S",
        "--parallelism=1",
        flag,
        server().flag());
  }

  @Test
  void ofManyWhoMakeOneFileAtOnceOneSucceeds() throws Exception {
    OutputFolder output = output("s3://news/race");
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    try {
      List<Future<Boolean>> made = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        byte[] bytes = ("{\"racer\": " + i + "}").getBytes(StandardCharsets.UTF_8);
        made.add(threads.submit(() -> output.createNew("runs/1.json", bytes)));
      }
      int winners = 0;
      for (Future<Boolean> one : made) {
        winners += one.get() ? 1 : 0;
      }
      assertThat(winners, equalTo(1));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aRunThatAnotherOvertakesEndsWith75AndShowsNothing() throws Exception {
    OutputFolder output = output("s3://news/overtaken");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Started> slow =
          thread.submit(() -> started("local", "--input=s3://news/in", "--output=" + output));
      while (!slow.isDone() && output.below("articles").list().isEmpty()) {
        Thread.sleep(20);
      }
      RunManifest other = RunManifest.of("local", "other", "2026-01-01T00:00:00Z").build();
      RunLayout layout = new RunLayout(output, "other");
      assertThat(Publication.publish(layout, Manifests.newest(output), other, List.of()), is(true));
      Started ended = slow.get();
      assertThat(ended.err(), ended.code(), equalTo(75));
      assertThat(manifest("s3://news/overtaken").runId(), equalTo("other"));
      assertThat(manifest("s3://news/overtaken").files(), equalTo(List.of()));
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void aRunThatWasKilledBeforeItsManifestShowsNothingAndTheNextOneIsFine() throws IOException {
    OutputFolder output = output("s3://news/killed");
    // As a kill leaves it: the mark, some data, and no manifest.
    output.lock(RunLayout.LOCK);
    output.write("articles/day=2020-09-01/part-dead.avro", new byte[] {1});
    assertThat(RunManifest.read(output).isPresent(), is(false));
    run(0, "local", "--input=s3://news/in", "--output=" + output);
    assertThat(manifest("s3://news/killed").totals().get("articles"), equalTo(8L));
    assertThat(
        "it may be of a run that goes on",
        output.exists("articles/day=2020-09-01/part-dead.avro"),
        is(true));
    Publication.sweep(new RunLayout(output, ""), Instant.now().plusSeconds(3600));
    assertThat(output.exists("articles/day=2020-09-01/part-dead.avro"), is(false));
    assertThat(manifest("s3://news/killed").totals().get("articles"), equalTo(8L));
  }

  @Test
  void whatIsNotThereOrNotAllowedIsSaidInOneLine() throws IOException {
    Path local = folder.resolve("none");
    refused(66, "s3://news/absent", "--input=s3://news/absent", "--output=" + local);
    refused(66, "there is no such bucket", "--input=s3://nobucket/in", "--output=" + local);
    refused(70, "there is no such bucket", "--input=s3://news/in", "--output=s3://nobucket/out");
    refused(64, "neither empty", "--input=s3://news/in/2020/09/01", "--output=s3://news/in");
    String wrong =
        "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
            + "\"accessKeyId\":\"tester\",\"secretAccessKey\":\"another-secret\"}";
    Started denied =
        refused(74, "access denied", "--input=s3://news/in", "--output=" + local, wrong);
    assertThat(denied.err(), not(containsString("another-secret")));
    AccessDeniedException told =
        assertThrows(
            AccessDeniedException.class,
            () -> {
              throw StoreErrors.of("s3://news/x", new AccessDeniedException("x"));
            });
    assertThat(told.getMessage(), containsString("s3://news/x"));
    assertThrows(NoSuchFileException.class, () -> output("s3://news/in").open("absent"));
  }

  @Test
  void aFlagThatHoldsCredentialsIsKeptNowhere() throws IOException {
    String given =
        "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
            + "\"accessKeyId\":\"tester\",\"secretAccessKey\":\""
            + S3Server.SECRET
            + "\"}";
    Started done = run(0, "local", "--input=s3://news/in", "--output=s3://news/secret", given);
    assertThat(
        manifest("s3://news/secret").options().get("awsCredentialsProvider"),
        equalTo("(not shown)"));
    saysNoSecret(done, "s3://news/secret");
  }

  private static void saysNoSecret(Started done, String address) throws IOException {
    assertThat(done.out() + done.err(), not(containsString(S3Server.SECRET)));
    OutputFolder output = output(address);
    for (OutputFolder.Entry file : output.list()) {
      String text = new String(output.read(file.name()), StandardCharsets.ISO_8859_1);
      assertThat(file.name(), text, not(containsString(S3Server.SECRET)));
    }
  }

  private static Started refused(int code, String said, String... flags) {
    Started refused =
        started(Stream.concat(Stream.of("local"), Stream.of(flags)).toArray(String[]::new));
    assertThat(refused.err(), refused.code(), equalTo(code));
    String line =
        refused.err().lines().filter(l -> l.startsWith("newsfold:")).findFirst().orElse("");
    assertThat(line, containsString(said));
    assertThat(refused.err(), not(containsString("\tat ")));
    return refused;
  }

  private static Started run(int code, String... arguments) {
    Started started = started(arguments);
    assertThat(started.err(), started.code(), equalTo(code));
    return started;
  }

  private static Started started(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(server().flag());
    return Started.at(CLOCK, all.toArray(String[]::new));
  }

  private static RunManifest manifest(String address) throws IOException {
    return RunManifest.read(output(address)).orElseThrow();
  }

  private static OutputFolder output(String address) {
    return Stores.of(server().options()).folder(address);
  }

  private static S3Server server() {
    return java.util.Objects.requireNonNull(server, "started");
  }
}
