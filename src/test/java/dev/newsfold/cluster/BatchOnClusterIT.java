package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.jobs.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Batch runs on a cluster that nobody disturbs. */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
class BatchOnClusterIT {
  @TempDir static Path folder;
  private static BatchRuns runs;

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    runs = BatchRuns.in(folder);
  }

  @Test
  void aRunOfTheJarGivesTheRecordsOfARunWithoutACluster(FlinkCluster cluster)
      throws IOException, InterruptedException {
    expectTheSame("four", runs.byJar(cluster, "four", 4));
  }

  @Test
  @Tag("faults")
  void soItDoesByOneWorker(FlinkCluster cluster) throws IOException, InterruptedException {
    expectTheSame("one", runs.byJar(cluster, "one", 1));
  }

  @Test
  void aRunByFlinksOwnClientGivesTheSame(FlinkCluster cluster)
      throws IOException, InterruptedException {
    expectTheSame("two", runs.byClient(cluster, "two", 2));
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
}
