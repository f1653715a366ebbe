package dev.newsfold.stores;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.newsfold.CurrentRecords;
import dev.newsfold.Newsfold;
import dev.newsfold.Started;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream from a folder of an S3 server to another, whose checkpoints lie on a third: killed, and
 * gone on with from there.
 */
class StoreCheckpointsTest {
  private static final String WATCHED = "s3://news/watched";
  private static final String OUTPUT = "s3://news/stream";
  private static final String POINTS = "s3://news/points";

  @TempDir Path folder;

  @Test
  void aStreamThatWasKilledGoesOnFromItsCheckpointsInAStore() throws Exception {
    assumeTrue(S3Server.isThere(), "no S3 server in target/s3proxy: mvn generate-test-resources");
    try (S3Server server = S3Server.start(folder)) {
      server.makeBucket("news");
      Path watched = Files.createDirectories(folder.resolve("watched"));
      OutputFolder output = Stores.of(server.options()).folder(OUTPUT);
      feed(server, watched, 0, 4);
      Process process = start(server);
      try {
        await(process, () -> articles(output) > 0 && checkpoints(server) > 0);
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(checkpoints(server), greaterThan(0L));
      assertThat(output.below(".checkpoints").list(), is(empty()));
      feed(server, watched, 4, 8);
      // They settle for longer than the stream waits for more: all the same it may not end first.
      Started resumed = stream(server, "--resume", "--settle=PT4S", "--untilIdle=PT2S");
      assertThat(resumed.err(), resumed.code(), equalTo(0));
      assertThat(output.below("runs").list().size(), lessThanOrEqualTo(5));
      assertThat(output.readText("report/index.html"), containsString("8 articles"));

      Path batch = folder.resolve("batch");
      Started.well("local", "--input=" + watched, "--output=" + batch);
      CurrentRecords expected = CurrentRecords.in(List.of(batch));
      CurrentRecords found = CurrentRecords.in(List.of(copy(output)));
      for (String dataset : List.of("articles", "stories", "aggregates", "ledger", "rejections")) {
        assertThat(dataset, found.of(dataset), equalTo(expected.of(dataset)));
      }
      assertThat(expected.of("articles").size(), equalTo(8));
      // Only what it had not read before the kill was read anew.
      assertThat(RunManifest.read(output).orElseThrow().totals().get("captures"), equalTo(8L));
    }
  }

  private List<String> args(S3Server server, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "stream",
                "--input=" + WATCHED,
                "--output=" + OUTPUT,
                "--stateBackendStoragePath=" + POINTS,
                "--every=PT0.4S",
                "--checkpointingInterval=1000",
                "--parallelism=1",
                server.flag()));
    args.addAll(List.of(more));
    return args;
  }

  private Started stream(S3Server server, String... more) {
    return Started.at(Clock.systemUTC(), args(server, more).toArray(String[]::new));
  }

  private Process start(S3Server server) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    for (String key : List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.region")) {
      command.add("-D" + key + '=' + System.getProperty(key));
    }
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Newsfold.class.getName()));
    command.addAll(args(server, "--settle=PT0.3S"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** Something that is looked at until it is so. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(Process process, Condition condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
    while (!condition.holds()) {
      boolean goesOn = process.isAlive() && System.nanoTime() < deadline;
      assertThat(Files.readString(folder.resolve("log")), goesOn);
      Thread.sleep(100);
    }
  }

  private static long articles(OutputFolder output) throws IOException {
    return RunManifest.read(output)
        .map(run -> run.totals().getOrDefault("articles", 0L))
        .orElse(0L);
  }

  private static long checkpoints(S3Server server) throws IOException {
    OutputFolder points = Stores.of(server.options()).folder(POINTS);
    return points.list().stream().filter(file -> file.name().endsWith("/_metadata")).count();
  }

  /** What is published, where records can be read from. */
  private Path copy(OutputFolder output) throws IOException {
    Path copy = folder.resolve("copy");
    for (OutputFolder.Entry file : output.list()) {
      Path to = copy.resolve(file.name());
      Files.createDirectories(to.resolveSibling(""));
      Files.write(to, output.read(file.name()));
    }
    return copy;
  }

  private static void feed(S3Server server, Path watched, int from, int to) throws IOException {
    for (int page = from; page < to; page++) {
      String headline = "青浦湾的渡船" + page + "号停航";
      Path file = watched.resolve(page + ".html");
      Files.writeString(
          file,
          """
          <html><head><meta charset="utf-8"><title>%1$s</title></head><body><h1>%1$s</h1>
          <p>2020-09-0%2$d 08:00 来源：青浦日报</p><p>%3$s</p></body></html>
          """
              .formatted(headline, page + 1, (headline + "，乘客改乘临时班车，码头照常开门。").repeat(6)));
      server.put("news", "watched/" + file.getFileName(), file);
    }
  }
}
