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
import org.jspecify.annotations.Nullable;

/**
 * Runs of the job {@code local} over one invented dump.
 *
 * @param folder for the dump and the outputs
 * @param dump the dump
 * @param files how many files an undisturbed run writes
 * @param expected what every run must come to: the records of an undisturbed run without a cluster
 */
record BatchRuns(Path folder, Path dump, int files, Output expected) {
  static final Duration LIMIT = Duration.ofMinutes(4);
  private static final int PAGES = 60;
  private static final int SEED = 3;
  private static @Nullable BatchRuns undisturbed;

  /** Runs below a folder. The dump, and what an undisturbed run comes to, all tests share. */
  static synchronized BatchRuns in(Path folder) throws IOException, InterruptedException {
    BatchRuns shared = undisturbed;
    if (shared == null) {
      Path target = Files.createDirectories(Launch.basedir().resolve("target/cluster"));
      shared = undisturbed(Files.createTempDirectory(target, "undisturbed-"));
      undisturbed = shared;
    }
    return new BatchRuns(folder, shared.dump, shared.files, shared.expected);
  }

  /** Invents the dump, and runs it. */
  private static BatchRuns undisturbed(Path folder) throws IOException, InterruptedException {
    Path dump = folder.resolve("dump.warc.gz");
    Sample.write(new SampleOptions(PAGES, SEED), dump);
    Path direct = folder.resolve("direct");
    try (JavaProcess run =
        Launch.alone(folder, "direct", List.of("local", "--input=" + dump, "--output=" + direct))) {
      if (run.waitFor(LIMIT) != 0) {
        throw new IOException("the undisturbed run has failed\n" + run.tail());
      }
    }
    int files = RunManifest.read(direct).orElseThrow().files().size();
    return new BatchRuns(folder, dump, files, Output.read(direct));
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
