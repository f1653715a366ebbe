package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher that is killed while it publishes, before one of its renames or deletions. */
class KilledPublishIT {
  private static final String PUBLICATION = "dev.newsfold.sinks.Publication";
  private static final String FILES = "java.nio.file.Files";

  /** A run replaces another's 47 files: it moves as many, and then deletes what is left of them. */
  private static final int MOVES = 40;

  private static final int POINTS = 12;

  @TempDir Path folder;

  @Test
  @Tag("cluster")
  void aReaderSeesTheOldRunOrTheNewOne() throws IOException, InterruptedException {
    killAt(List.of(new KillPoint(FILES, "move", PUBLICATION, 7)));
  }

  @Test
  @Tag("faults")
  void aReaderSeesTheOldRunOrTheNewOneWhereverItIsKilled()
      throws IOException, InterruptedException {
    Random random = new Random(20200925);
    List<KillPoint> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      String method = i % 3 == 2 ? "delete" : "move";
      points.add(new KillPoint(FILES, method, PUBLICATION, 1 + random.nextInt(MOVES)));
    }
    // Before and after the one rename that counts, which is not within Publication's own moves.
    points.add(new KillPoint(PUBLICATION, "removeUnlisted", "", 1));
    points.add(new KillPoint("dev.newsfold.sinks.AvroFiles", "replace", PUBLICATION, 1));
    killAt(points);
  }

  private void killAt(List<KillPoint> points) throws IOException, InterruptedException {
    BatchRuns runs = BatchRuns.in(folder);
    Path output = runs.output("killed");
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
      assertThat(
          point.toString(), Output.read(output), anyOf(equalTo(old), equalTo(runs.expected())));
      run(List.of("local", "--input=" + runs.dump(), "--output=" + output));
      System.out.println(point + ": old or new, whole; the next run right");
      assertThat(runs.expected().differenceTo(Output.read(output)), equalTo(""));
      assertThat(Output.litter(output), is(empty()));
    }
  }

  private void run(List<String> arguments) throws IOException, InterruptedException {
    try (JavaProcess run = Launch.alone(folder, "run", arguments)) {
      assertThat(run.tail(), run.waitFor(BatchRuns.LIMIT), is(0));
    }
  }
}
