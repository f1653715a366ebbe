package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.jobs.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Batch runs on a cluster, left alone and disturbed once each. */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
class BatchOnClusterIT {
  @TempDir static Path folder;
  private static BatchRuns runs;

  private final Random random = new Random(20200925);

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    runs = BatchRuns.in(folder);
  }

  @Test
  void aRunOfTheJarGivesTheRecordsOfARunWithoutACluster(FlinkCluster cluster)
      throws IOException, InterruptedException {
    expectTheSame("one", runs.byJar(cluster, "one", 1));
    expectTheSame("four", runs.byJar(cluster, "four", 4));
  }

  @Test
  void aRunByFlinksOwnClientGivesTheSame(FlinkCluster cluster)
      throws IOException, InterruptedException {
    expectTheSame("two", runs.byClient(cluster, "two", 2));
  }

  @Test
  void aTaskManagerKilledIsMadeUpFor(FlinkCluster cluster)
      throws IOException, InterruptedException {
    JavaProcess run = runs.byJar(cluster, "killed", 2);
    BatchRuns.awaitProgress(cluster, run, 0.2 + 0.4 * random.nextDouble());
    cluster.killTaskManager(random.nextInt(cluster.taskManagers()));
    expectTheSame("killed", run);
  }

  @Test
  void aRunWithoutItsJobManagerFailsAndShowsNothing(FlinkCluster cluster)
      throws IOException, InterruptedException {
    JavaProcess run = runs.byJar(cluster, "orphan", 2);
    BatchRuns.awaitProgress(cluster, run, 0.3);
    cluster.killJobManager();
    expectFailure("orphan", run);
    cluster.startJobManager();
    expectTheSame("orphan", runs.byJar(cluster, "orphan", 2));
  }

  @Test
  void aRunThatIsCancelledFailsAndShowsNothing(FlinkCluster cluster)
      throws IOException, InterruptedException {
    JavaProcess run = runs.byClient(cluster, "cancelled", 2);
    cluster.rest().cancel(BatchRuns.awaitProgress(cluster, run, 0.3));
    expectFailure("cancelled", run);
  }

  private static void expectTheSame(String name, JavaProcess run)
      throws IOException, InterruptedException {
    try (run) {
      int status = run.waitFor(BatchRuns.LIMIT);
      assertThat(name + '\n' + run.tail(), status, is(ExitCode.OK.code()));
    }
    assertThat(name, runs.expected().differenceTo(Output.read(runs.output(name))), equalTo(""));
    assertThat(name, Output.litter(runs.output(name)), equalTo(Set.of()));
  }

  private static void expectFailure(String name, JavaProcess run)
      throws IOException, InterruptedException {
    try (run) {
      int status = run.waitFor(BatchRuns.LIMIT);
      assertThat(name + '\n' + run.tail(), status, is(ExitCode.FAILED.code()));
    }
    assertThat(name, runs.isUnpublished(name), is(true));
  }
}
