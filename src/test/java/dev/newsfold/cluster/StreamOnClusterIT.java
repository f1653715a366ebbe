package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dump as a batch, and the same dump as a stream that Flink's own client submits, on a cluster
 * with a TaskManager killed. {@link StreamFaultsIT} has streams from Kafka.
 */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
class StreamOnClusterIT {
  private static final int SLICES = 4;

  @TempDir Path folder;

  private final Random random = new Random(20200925);

  @Test
  void aWatchedFolderComesToWhatABatchDoes(FlinkCluster cluster)
      throws IOException, InterruptedException {
    Slices slices = Slices.in(folder, SLICES);
    Path watched = Files.createDirectories(folder.resolve("watched"));
    List<String> flags = List.of("--input=" + watched, "--settle=PT0.3S");
    try (StreamRun run = StreamRun.byClient(cluster, folder.resolve("folder"), flags)) {
      put(slices.files().subList(0, 2), watched);
      Thread.sleep(random.nextInt(3000));
      cluster.killTaskManager(random.nextInt(cluster.taskManagers()));
      cluster.startTaskManager();
      put(List.of(slices.files().get(3), slices.files().get(2)), watched);
      Path batch = slices.batch(SLICES);
      run.awaitSettled(Output.manifest(batch).totals().getOrDefault("captures", 0L));

      Set<Dataset> datasets = EnumSet.copyOf(Latest.FROM_ANYWHERE);
      datasets.add(Dataset.LEDGER);
      Latest found = Latest.read(run.output(), datasets);
      assertThat(Latest.read(batch, datasets).records().differenceTo(found.records()), equalTo(""));
      assertThat("records that are there twice", found.twice(), is(0));
      assertThat(Output.litter(run.output()), is(empty()));
    }
  }

  private static void put(List<Path> files, Path watched) throws IOException {
    for (Path file : files) {
      Path hidden = watched.resolve(".incoming");
      Files.copy(file, hidden);
      Files.move(hidden, watched.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
