package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.newsfold.jobs.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Batches on a cluster, each disturbed once. One that cannot be saved fails and shows nothing, and
 * the next run into the same folder comes to what an undisturbed one does.
 */
@ExtendWith(SharedCluster.class)
class BatchFaultsIT {
  private static final int POINTS = 10;
  private static final int DISK_MEGABYTES = 16;

  /** Less than a run writes before it publishes. */
  private static final int MOST_LEFT = 150_000;

  @TempDir static Path folder;
  private static BatchRuns runs;

  @BeforeAll
  static void runUndisturbed() throws IOException, InterruptedException {
    runs = BatchRuns.in(folder);
  }

  /**
   * One output that meets every fault: first those that end a run, then in one run a TaskManager's
   * end. That several end takes {@code -Pfaults}.
   */
  @Test
  @Tag("cluster")
  void everyFaultIsMadeUpForOrShowsNothing(FlinkCluster cluster)
      throws IOException, InterruptedException {
    Random random = Seeds.random("every-fault");
    for (BatchFault fault : BatchFault.values()) {
      if (!fault.survived()) {
        JavaProcess run = runs.byJar(cluster, "every-fault", 2);
        strike(fault, cluster, run, random);
        expectFailureUnseen("every-fault", run);
        cluster.restore(SharedCluster.TASK_MANAGERS);
      }
    }
    JavaProcess run = runs.byJar(cluster, "every-fault", 2);
    strike(BatchFault.TASK_MANAGER_KILLED, cluster, run, random);
    expect(ExitCode.OK, run);
    difference(runs.output("every-fault")).expectNone("all faults");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("faults")
  void atEveryPointAFaultIsMadeUpForOrShowsNothing(BatchFault fault, FlinkCluster cluster)
      throws IOException, InterruptedException {
    Difference sum = strike(fault, cluster, POINTS);
    String remark = fault.survived() ? "the run ended well" : "failed, nothing seen; then run anew";
    FaultTable.enter("batch: " + title(fault.name()), POINTS, sum, remark);
    sum.expectNone(fault.name());
  }

  @Test
  @Tag("cluster")
  void onAFullDiskARunFailsAndShowsNothing() throws IOException, InterruptedException {
    fillUp(1).expectNone("disk full");
  }

  @Test
  @Tag("faults")
  void howeverLittleIsLeftOfADiskARunFailsAndShowsNothing()
      throws IOException, InterruptedException {
    Difference sum = fillUp(POINTS);
    FaultTable.enter("batch: disk full", POINTS, sum, "failed, nothing seen; then run anew");
    sum.expectNone("disk full");
  }

  private static Difference strike(BatchFault fault, FlinkCluster cluster, int points)
      throws IOException, InterruptedException {
    Random random = Seeds.random(fault.name());
    Difference sum = Difference.NONE;
    for (int point = 1; point <= points; point++) {
      cluster.restore(SharedCluster.TASK_MANAGERS);
      String name = title(fault.name()).replace(' ', '-') + '-' + points + '-' + point;
      JavaProcess run = runs.byJar(cluster, name, 2);
      strike(fault, cluster, run, random);
      if (!fault.survived()) {
        expectFailureUnseen(name, run);
        cluster.restore(SharedCluster.TASK_MANAGERS);
        run = runs.byJar(cluster, name, 2);
      }
      expect(ExitCode.OK, run);
      sum = sum.plus(difference(runs.output(name)));
    }
    return sum;
  }

  private static void strike(BatchFault fault, FlinkCluster cluster, JavaProcess run, Random random)
      throws IOException, InterruptedException {
    // Later, so little is left that a strike may come when the job is over.
    double progress = 0.05 + 0.65 * random.nextDouble();
    String job = BatchRuns.awaitProgress(cluster, run, progress);
    System.out.printf(Locale.ROOT, "%s after %.2f of the tasks%n", fault, progress);
    fault.strike(cluster, job, random);
  }

  /** Runs on a disk with too little room, and again with enough. */
  private static Difference fillUp(int points) throws IOException, InterruptedException {
    Random random = Seeds.random("full");
    Difference sum = Difference.NONE;
    for (int point = 1; point <= points; point++) {
      String name = "full-" + points + '-' + point;
      // Below the disk's root, where the filler lies: a run refuses a folder with others' files.
      String output = name + "/out";
      try (SmallDisk disk =
          SmallDisk.mount(runs.output(name), DISK_MEGABYTES)
              .orElseGet(() -> abort("a small disk to fill up needs root"))) {
        disk.fill(random.nextInt(MOST_LEFT));
        expectFailureUnseen(output, Launch.alone(folder, name, runs.arguments(output)));
        disk.free();
        expect(ExitCode.OK, Launch.alone(folder, name, runs.arguments(output)));
        sum = sum.plus(difference(runs.output(output)));
      }
    }
    return sum;
  }

  private static Difference difference(Path output) throws IOException {
    assertThat(Output.litter(output), is(empty()));
    return Difference.between(runs.expected(), Output.read(output));
  }

  private static void expectFailureUnseen(String output, JavaProcess run)
      throws IOException, InterruptedException {
    expect(ExitCode.FAILED, run);
    assertThat(output, runs.isUnpublished(output), is(true));
  }

  private static void expect(ExitCode code, JavaProcess run)
      throws IOException, InterruptedException {
    try (run) {
      int status = run.waitFor(BatchRuns.LIMIT);
      assertThat(run.tail(), status, is(code.code()));
    }
  }

  private static String title(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
