package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher that is killed while it publishes, before one of its steps. */
class KilledPublishIT {
  private static final String PUBLICATION = "dev.newsfold.sinks.Publication";
  private static final String MANIFESTS = "dev.newsfold.sinks.Manifests";
  private static final String FOLDER = "dev.newsfold.sinks.LocalFolder";
  private static final String FAULT = "launcher killed while publishing";

  private static final int POINTS = 12;

  @TempDir Path folder;

  @Test
  @Tag("cluster")
  void aReaderSeesTheOldRunOrTheNewOne() throws IOException, InterruptedException {
    killAt(BatchRuns.in(folder), List.of(new KillPoint(FOLDER, "createNew", MANIFESTS, 1)))
        .expectNone(FAULT);
  }

  @Test
  @Tag("faults")
  void aReaderSeesTheOldRunOrTheNewOneWhereverItIsKilled()
      throws IOException, InterruptedException {
    BatchRuns runs = BatchRuns.in(folder);
    // A run forces each of its files to disk, and deletes those of the one that it replaces.
    int files = runs.files();
    Random random = new Random(20200925);
    List<KillPoint> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      int entry = 1 + random.nextInt(files);
      points.add(
          i % 3 == 2
              ? new KillPoint(FOLDER, "delete", PUBLICATION, 1 + random.nextInt(files / 4))
              : new KillPoint(FOLDER, "force", "", entry));
    }
    // Before and after the one step that counts, and before the copy for people.
    points.add(new KillPoint(PUBLICATION, "removeUnlisted", "", 1));
    points.add(new KillPoint(FOLDER, "createNew", MANIFESTS, 1));
    points.add(new KillPoint(FOLDER, "write", MANIFESTS, 1));
    Difference sum = killAt(runs, points);
    FaultTable.enter(
        "batch: " + FAULT, points.size(), sum, "the old run or the new one seen; then run anew");
    sum.expectNone(FAULT);
  }

  /**
   * How what is seen after each kill, and after the run that follows, differs from what must be.
   */
  private Difference killAt(BatchRuns runs, List<KillPoint> points)
      throws IOException, InterruptedException {
    Path output = runs.output("killed");
    Difference sum = Difference.NONE;
    for (KillPoint point : points) {
      run(List.of("local", "--input=" + runs.dump(), "--output=" + output, "--zone=America/Lima"));
      Output old = Output.read(output);
      int port = Loopback.freePort();
      try (JavaProcess run =
          JavaProcess.start(
              "killed",
              folder,
              Launch.alone(
                  List.of(KillPoint.flag(port)),
                  List.of("local", "--input=" + runs.dump(), "--output=" + output)))) {
        assertThat(point + " was met\n" + run.tail(), point.killAt(run, port), is(true));
      }
      Output seen = Output.read(output);
      boolean isOld = seen.equals(old);
      sum = sum.plus(Difference.between(isOld ? old : runs.expected(), seen));
      run(List.of("local", "--input=" + runs.dump(), "--output=" + output));
      sum = sum.plus(Difference.between(runs.expected(), Output.read(output)));
      System.out.println(point + ": " + (isOld ? "the old run seen" : "the new run seen"));
      assertThat(Output.litter(output), is(empty()));
    }
    return sum;
  }

  private void run(List<String> arguments) throws IOException, InterruptedException {
    try (JavaProcess run = Launch.alone(folder, "run", arguments)) {
      run.expectEnd(BatchRuns.LIMIT, 0);
    }
  }
}
