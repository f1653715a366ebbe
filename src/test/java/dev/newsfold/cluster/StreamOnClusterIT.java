package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Capture;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A dump as a batch, and the same dump as a stream, on a cluster with a TaskManager killed. */
@Tag("cluster")
@ExtendWith({SharedCluster.class, SharedBroker.class})
class StreamOnClusterIT {
  private static final int SLICES = 4;

  @TempDir static Path folder;
  private static Slices slices;

  private final Random random = new Random(20200925);

  @BeforeAll
  static void inventSlices() throws IOException {
    slices = Slices.in(folder, SLICES);
  }

  @Test
  void aTopicInAnyOrderComesToWhatABatchDoes(FlinkCluster cluster, Broker broker)
      throws IOException, InterruptedException {
    // Fewer partitions than workers: one of these has nothing to read, and is not to end.
    Feed feed = Feed.to(broker, "any-order", 1, random);
    List<Capture> captures = new ArrayList<>();
    for (int i = 0; i < SLICES; i++) {
      captures.addAll(slices.captures(i));
    }
    Collections.shuffle(captures, random);
    int half = captures.size() / 2;
    try (StreamRun run = StreamRun.byJar(cluster, folder.resolve("kafka"), feed.flags())) {
      feed.send(captures.subList(0, half));
      killATaskManager(cluster);
      feed.send(captures.subList(half, captures.size()));
      RunManifest settled = run.awaitSettled(feed.messages());
      Latest stream = expectABatch(run, Latest.FROM_ANYWHERE);
      assertThat("values that are no captures", stream.unread(), is(feed.malformed()));
      assertThat(StreamRun.total(settled, "skips"), is(0L));
    }
  }

  @Test
  void aWatchedFolderComesToWhatABatchDoes(FlinkCluster cluster)
      throws IOException, InterruptedException {
    Path watched = Files.createDirectories(folder.resolve("watched"));
    List<String> flags = List.of("--input=" + watched, "--settle=PT0.3S");
    try (StreamRun run = StreamRun.byClient(cluster, folder.resolve("folder"), flags)) {
      put(List.of(0, 1), watched);
      killATaskManager(cluster);
      put(List.of(3, 2), watched);
      long captures = Output.manifest(slices.batch(SLICES)).totals().getOrDefault("captures", 0L);
      run.awaitSettled(captures);
      Set<Dataset> all = EnumSet.copyOf(Latest.FROM_ANYWHERE);
      all.add(Dataset.LEDGER);
      expectABatch(run, all);
      assertThat(Output.litter(run.output()), is(empty()));
    }
  }

  private static void put(List<Integer> numbers, Path watched) throws IOException {
    for (int number : numbers) {
      Path file = slices.files().get(number);
      Path hidden = watched.resolve(".incoming");
      Files.copy(file, hidden);
      Files.move(hidden, watched.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void killATaskManager(FlinkCluster cluster) throws IOException, InterruptedException {
    Thread.sleep(random.nextInt(3000));
    cluster.killTaskManager(random.nextInt(cluster.taskManagers()));
    cluster.startTaskManager();
  }

  private static Latest expectABatch(StreamRun run, Set<Dataset> datasets)
      throws IOException, InterruptedException {
    Latest batch = Latest.read(slices.batch(SLICES), datasets);
    Latest stream = Latest.read(run.output(), datasets);
    assertThat(batch.records().differenceTo(stream.records()), equalTo(""));
    assertThat("records that are there twice", stream.twice(), is(0));
    return stream;
  }
}
