package dev.newsfold.cluster;

import dev.newsfold.sinks.LivePublication;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stream into one output folder: a job on a cluster, and after it those that resume it. */
final class StreamRun implements AutoCloseable {
  static final Duration LIMIT = Duration.ofMinutes(5);

  /** Three hundred tasks that are checkpointed more often do little else on two cores. */
  static final Duration CHECKPOINTING = Duration.ofMillis(1500);

  private static final int PARALLELISM = 2;

  private final FlinkCluster cluster;
  private final Path output;
  private final List<String> source;
  private JavaProcess launcher;
  private String job = "";
  private int workers = PARALLELISM;

  private StreamRun(FlinkCluster cluster, Path output, List<String> source, JavaProcess launcher) {
    this.cluster = cluster;
    this.output = output;
    this.source = source;
    this.launcher = launcher;
  }

  /**
   * Starts a stream by the jar, and waits until all of it runs.
   *
   * @param source the flags that say what it reads
   */
  static StreamRun byJar(FlinkCluster cluster, Path output, List<String> source)
      throws IOException, InterruptedException {
    List<String> arguments = arguments(output, source, PARALLELISM);
    return started(
        new StreamRun(cluster, output, source, Launch.byJar(cluster, "stream", arguments)));
  }

  /** Starts a stream by Flink's own client. */
  static StreamRun byClient(FlinkCluster cluster, Path output, List<String> source)
      throws IOException, InterruptedException {
    List<String> arguments = arguments(output, source, PARALLELISM);
    return started(
        new StreamRun(
            cluster, output, source, Launch.byClient(cluster, "stream", List.of(), arguments)));
  }

  private static StreamRun started(StreamRun run) throws IOException, InterruptedException {
    run.awaitJob();
    return run;
  }

  private static List<String> arguments(Path output, List<String> source, int parallelism) {
    List<String> arguments = new ArrayList<>(List.of("stream", "--output=" + output));
    arguments.addAll(source);
    arguments.addAll(
        List.of(
            "--every=PT1S",
            "--checkpointingInterval=" + CHECKPOINTING.toMillis(),
            "--parallelism=" + parallelism));
    return arguments;
  }

  /**
   * Resumes the stream from where its last job has left it, or from a savepoint that flags name.
   */
  void resume(int parallelism, String... flags) throws IOException, InterruptedException {
    launcher.close();
    workers = parallelism;
    List<String> arguments = arguments(output, source, parallelism);
    arguments.addAll(flags.length == 0 ? List.of("--resume") : List.of(flags));
    launcher = Launch.byJar(cluster, "stream", arguments);
    awaitJob();
  }

  /** Where a savepoint was resumed by fewer workers, has as many as at first take over. */
  void restoreParallelism() throws IOException, InterruptedException {
    if (workers < PARALLELISM) {
      awaitCheckpoint();
      resume(PARALLELISM, "--savepointPath=" + stop());
    }
  }

  private void awaitJob() throws IOException, InterruptedException {
    FlinkRest rest = cluster.rest();
    job =
        Await.value(
            LIMIT,
            () -> {
              if (!launcher.isAlive()) {
                throw new IOException("the stream has ended\n" + launcher.tail());
              }
              for (FlinkRest.Job live : rest.liveJobs()) {
                int tasks = rest.tasks(live.id());
                if (tasks > 0 && rest.tasks(live.id(), "RUNNING") == tasks) {
                  return Optional.of(live.id());
                }
              }
              return Optional.empty();
            },
            () -> "no stream\n" + launcher.tail());
  }

  String job() {
    return job;
  }

  FlinkCluster cluster() {
    return cluster;
  }

  Path output() {
    return output;
  }

  /** Waits until one more checkpoint is complete. */
  void awaitCheckpoint() throws IOException, InterruptedException {
    int before = cluster.rest().checkpoints(job);
    Await.until(LIMIT, () -> cluster.rest().checkpoints(job) > before, cluster::tails);
  }

  /** Cancels the job, and waits for its end. */
  void cancel() throws IOException, InterruptedException {
    cluster.rest().cancel(job);
    awaitEnd();
  }

  /** Stops the job with a savepoint, and returns where that lies. */
  String stop() throws IOException, InterruptedException {
    String savepoint = cluster.rest().stop(job, false);
    awaitEnd();
    return savepoint;
  }

  private void awaitEnd() throws IOException, InterruptedException {
    Await.until(
        LIMIT,
        () -> cluster.rest().liveJobs().stream().noneMatch(live -> live.id().equals(job)),
        cluster::tails);
  }

  /**
   * Waits until the fate of so many captures is told, and all that was said of them can be read.
   */
  RunManifest awaitSettled(long captures) throws IOException, InterruptedException {
    return Await.value(
        LIMIT,
        () -> {
          RunManifest manifest = manifest();
          return total(manifest, "captures") == captures
                  && total(manifest, LivePublication.UNEXPLAINED) == 0
                  && total(manifest, LivePublication.UNLISTED) == 0
              ? Optional.of(manifest)
              : Optional.empty();
        },
        () -> {
          try {
            return captures + " captures are not told of: " + manifest().totals() + cluster.tails();
          } catch (IOException e) {
            return e.toString();
          }
        });
  }

  private RunManifest manifest() throws IOException {
    return RunManifest.read(output).orElseThrow(() -> new IOException("no run.json in " + output));
  }

  static long total(RunManifest manifest, String name) {
    return manifest.totals().getOrDefault(name, 0L);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    launcher.close();
    if (!job.isEmpty()) {
      cluster.rest().cancel(job);
      awaitEnd();
    }
  }
}
