package dev.newsfold.cluster;

import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs of the job {@code local} over one invented dump.
 *
 * @param folder for the dump and the outputs
 * @param dump the dump
 * @param expected what every run must come to: the records of an undisturbed run without a cluster
 */
record BatchRuns(Path folder, Path dump, Output expected) {
  static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int PAGES = 60;
  private static final int SEED = 3;

  /** Invents the dump, and runs it undisturbed. */
  static BatchRuns in(Path folder) throws IOException, InterruptedException {
    Path dump = folder.resolve("dump.warc.gz");
    Sample.write(new SampleOptions(PAGES, SEED), dump);
    Path direct = folder.resolve("direct");
    try (JavaProcess run =
        Launch.alone(folder, "direct", List.of("local", "--input=" + dump, "--output=" + direct))) {
      if (run.waitFor(LIMIT) != 0) {
        throw new IOException("the undisturbed run has failed\n" + run.tail());
      }
    }
    return new BatchRuns(folder, dump, Output.read(direct));
  }

  /** How many files an undisturbed run writes. */
  int files() throws IOException {
    return RunManifest.read(folder.resolve("direct")).orElseThrow().files().size();
  }

  Path output(String name) {
    return folder.resolve(name);
  }

  /** The arguments of the run that writes the output {@code name}. */
  List<String> arguments(String name) {
    return List.of("local", "--input=" + dump, "--output=" + output(name));
  }

  private List<String> arguments(String name, int parallelism) {
    List<String> arguments = new ArrayList<>(arguments(name));
    arguments.add("--parallelism=" + parallelism);
    return arguments;
  }

  JavaProcess byJar(FlinkCluster cluster, String name, int parallelism) throws IOException {
    return Launch.byJar(cluster, "run-" + name, arguments(name, parallelism));
  }

  JavaProcess byClient(FlinkCluster cluster, String name, int parallelism) throws IOException {
    return Launch.byClient(cluster, "run-" + name, List.of(), arguments(name, parallelism));
  }

  /** Waits until the share {@code done} of the cluster's one job is behind it. */
  static String awaitProgress(FlinkCluster cluster, JavaProcess run, double done)
      throws IOException, InterruptedException {
    FlinkRest rest = cluster.rest();
    return Await.value(
        LIMIT,
        () -> {
          if (!run.isAlive()) {
            throw new IOException("the run has ended before\n" + run.tail());
          }
          for (FlinkRest.Job job : rest.liveJobs()) {
            int tasks = rest.tasks(job.id());
            if (tasks > 0 && rest.tasks(job.id(), "FINISHED") >= done * tasks) {
              return Optional.of(job.id());
            }
          }
          return Optional.empty();
        },
        () -> "no job has come to " + done + "\n" + run.tail());
  }

  /** Whether the output {@code name} shows a reader nothing. */
  boolean isUnpublished(String name) {
    return !Files.exists(output(name)) || Output.isUnpublished(output(name));
  }
}
