package dev.newsfold.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The cluster of the tests, for whoever measures it: a JobManager and two TaskManagers. */
public final class BenchCluster implements AutoCloseable {
  private final FlinkCluster cluster;

  private BenchCluster(FlinkCluster cluster) {
    this.cluster = cluster;
  }

  /** Starts one, with its settings and logs in {@code folder}. */
  public static BenchCluster start(Path folder) throws IOException, InterruptedException {
    return new BenchCluster(FlinkCluster.start(folder, SharedCluster.TASK_MANAGERS));
  }

  /** The flags of a run on it. */
  public List<String> flags() {
    return List.of("--flinkMaster=" + cluster.address(), "--flinkConfDir=" + cluster.folder());
  }

  /** Its processes. */
  public List<Long> pids() {
    return cluster.pids();
  }

  /** How many bytes tasks have handed to other tasks, in all jobs that it knows. */
  public long shuffledBytes() throws IOException, InterruptedException {
    long bytes = 0;
    for (FlinkRest.Job job : cluster.rest().jobs()) {
      bytes += cluster.rest().shuffledBytes(job.id());
    }
    return bytes;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
