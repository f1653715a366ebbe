package dev.newsfold.stores;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
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

/** A stream whose checkpoints lie on an S3 server: killed, and gone on with from there. */
class StoreCheckpointsTest {
  private static final String POINTS = "s3://news/points";

  @TempDir Path folder;

  @Test
  void aStreamThatWasKilledGoesOnFromItsCheckpointsInAStore() throws Exception {
    assumeTrue(S3Server.isThere(), "no S3 server in target/s3proxy: mvn generate-test-resources");
    try (S3Server server = S3Server.start(folder)) {
      server.makeBucket("news");
      Path watched = Files.createDirectories(folder.resolve("watched"));
      Path output = folder.resolve("stream");
      feed(watched, 0, 4);
      Process process = start(server);
      try {
        await(process, () -> articles(output) > 0 && checkpoints(server) > 0);
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(checkpoints(server), greaterThan(0L));
      assertThat(Files.exists(output.resolve(".checkpoints")), is(false));
      feed(watched, 4, 8);
      Started resumed = stream(server, "--resume", "--untilIdle=PT5S");
      assertThat(resumed.err(), resumed.code(), equalTo(0));

      Path batch = folder.resolve("batch");
      Started.well("local", "--input=" + watched, "--output=" + batch);
      CurrentRecords expected = CurrentRecords.in(List.of(batch));
      CurrentRecords found = CurrentRecords.in(List.of(output));
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
                "--input=" + folder.resolve("watched"),
                "--output=" + folder.resolve("stream"),
                "--stateBackendStoragePath=" + POINTS,
                "--every=PT0.4S",
                "--settle=PT0.3S",
                "--checkpointingInterval=500",
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
    command.addAll(args(server));
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

  private static long articles(Path output) throws IOException {
    return RunManifest.read(output)
        .map(run -> run.totals().getOrDefault("articles", 0L))
        .orElse(0L);
  }

  private static long checkpoints(S3Server server) throws IOException {
    OutputFolder points = Stores.of(server.options()).folder(POINTS);
    return points.list().stream().filter(file -> file.name().endsWith("/_metadata")).count();
  }

  private static void feed(Path watched, int from, int to) throws IOException {
    for (int page = from; page < to; page++) {
      String headline = "青浦湾的渡船" + page + "号停航";
      Files.writeString(
          watched.resolve(page + ".html"),
          """
          <html><head><meta charset="utf-8"><title>%1$s</title></head><body><h1>%1$s</h1>
          <p>2020-09-0%2$d 08:00 来源：青浦日报</p><p>%3$s</p></body></html>
          """
              .formatted(headline, page + 1, (headline + "，乘客改乘临时班车，码头照常开门。").repeat(6)));
    }
  }
}
