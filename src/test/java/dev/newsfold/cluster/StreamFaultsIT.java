package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.newsfold.records.Capture;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream from Kafka, disturbed while captures come in any order, and compared record by record
 * with a batch that nobody disturbs. Another {@code -Dnewsfold.seed} makes other faults.
 */
@ExtendWith({SharedCluster.class, SharedBroker.class})
class StreamFaultsIT {
  private static final int ROUNDS = 10;

  /** More than the stream has workers, so that each has a share of what comes. */
  private static final int PARTITIONS = 3;

  /** A worker has nothing to read then, and is not to end. */
  private static final int ONE_PARTITION = 1;

  /**
   * What ends each kind of process, at once and in order; the rest takes {@code -Pfaults}. What is
   * killed while it publishes {@code LivePublicationTest} and {@link KilledPublishIT} have, too.
   */
  private static final Set<StreamFault> IN_SHORT =
      EnumSet.of(
          StreamFault.TASK_MANAGER_KILLED,
          StreamFault.JOB_MANAGER_KILLED,
          StreamFault.SAVEPOINT_RESUMED_AT_LOWER_PARALLELISM);

  private static final int DISK_MEGABYTES = 64;

  @TempDir static Path folder;
  private static Slices slices;

  @BeforeAll
  static void inventSlices() throws IOException {
    slices = Slices.in(folder, StreamFault.values().length);
  }

  @Test
  @Tag("cluster")
  void aStreamWhoseProcessesEndGoesOnAndComesToWhatABatchDoes(FlinkCluster cluster, Broker broker)
      throws IOException, InterruptedException {
    try (Trial trial = new Trial(cluster, broker, "in-short", ONE_PARTITION)) {
      int slice = 0;
      for (StreamFault fault : IN_SHORT) {
        trial.meet(fault, slice++);
      }
      trial.compare(slice).expectNone("faults in short");
    }
  }

  /** Ten streams, each of which meets every fault once, one after another in any order. */
  @Test
  @Tag("faults")
  void streamsThatMeetEveryFaultInAnyOrderAreLikeABatchAfterEach(
      FlinkCluster cluster, Broker broker) throws IOException, InterruptedException {
    Map<StreamFault, Difference> sums = new EnumMap<>(StreamFault.class);
    List<StreamFault> faults = new ArrayList<>(List.of(StreamFault.values()));
    for (int round = 1; round <= ROUNDS; round++) {
      Collections.shuffle(faults, Seeds.random("order of round " + round));
      cluster.restore(SharedCluster.TASK_MANAGERS);
      try (Trial trial = new Trial(cluster, broker, "round-" + round, PARTITIONS)) {
        for (int slice = 0; slice < faults.size(); slice++) {
          StreamFault fault = faults.get(slice);
          trial.meet(fault, slice);
          Difference difference = trial.compare(slice + 1);
          Difference sum = sums.merge(fault, difference, Difference::plus);
          FaultTable.enter("stream: " + title(fault), round, sum, "resumed, and compared");
          difference.expectNone(fault + " in round " + round);
        }
      }
    }
  }

  private static String title(StreamFault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** One stream, and what befalls it. */
  private static final class Trial implements AutoCloseable {
    private final Optional<SmallDisk> disk;
    private final Feed feed;
    private final StreamRun run;
    private final Random random;

    Trial(FlinkCluster cluster, Broker broker, String name, int partitions)
        throws IOException, InterruptedException {
      random = Seeds.random(name);
      Path output = Files.createDirectories(folder.resolve("out-" + name));
      disk = SmallDisk.mount(output, DISK_MEGABYTES);
      feed = Feed.to(broker, name, partitions, random);
      run = StreamRun.byJar(cluster, output, feed.flags());
      // Nobody can resume a stream that has never come to its first checkpoint.
      run.awaitCheckpoint();
    }

    /** Sends a slice, with a fault in between, and waits until all is told. */
    void meet(StreamFault fault, int slice) throws IOException, InterruptedException {
      run.restoreParallelism();
      List<Capture> captures = slices.captures(slice);
      int before = random.nextInt(captures.size() / 2);
      feed.send(captures.subList(0, before));
      Thread.sleep(random.nextInt(2000));
      System.out.println(title(fault) + " while slice " + (slice + 1) + " comes");
      StreamFault.Scene scene =
          new StreamFault.Scene(
              run, feed, new ArrayDeque<>(captures.subList(before, captures.size())), disk, random);
      fault.strike(scene);
      scene.sendRest();
      RunManifest settled = run.awaitSettled(feed.messages());
      assertThat("skips", StreamRun.total(settled, "skips"), is((long) feed.repeated()));
    }

    /** Compares all that the stream has come to with a batch over so many slices. */
    Difference compare(int count) throws IOException, InterruptedException {
      Latest wanted = Latest.read(slices.batch(count), Latest.FROM_ANYWHERE);
      Latest found = Latest.read(run.output(), Latest.FROM_ANYWHERE);
      int unread = found.unread() - feed.malformed();
      return Difference.between(wanted.records(), found.records())
          .plus(new Difference(Math.max(0, -unread), Math.max(0, unread) + found.twice(), ""));
    }

    @Override
    public void close() throws IOException, InterruptedException {
      run.close();
      if (disk.isPresent()) {
        disk.get().close();
      }
    }
  }
}
