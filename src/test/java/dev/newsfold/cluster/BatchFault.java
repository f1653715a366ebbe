package dev.newsfold.cluster;

import java.io.IOException;
import java.util.Random;

/** What can befall a batch on a cluster. */
enum BatchFault {
  TASK_MANAGER_KILLED(true) {
    @Override
    void strike(FlinkCluster cluster, String job, Random random) throws IOException {
      kill(cluster, random);
    }
  },

  TASK_MANAGERS_KILLED_REPEATEDLY(true) {
    @Override
    void strike(FlinkCluster cluster, String job, Random random)
        throws IOException, InterruptedException {
      for (int i = 0; i < 2; i++) {
        kill(cluster, random);
        Thread.sleep(random.nextInt(5000));
      }
    }
  },

  JOB_MANAGER_KILLED(false) {
    @Override
    void strike(FlinkCluster cluster, String job, Random random) {
      cluster.killJobManager();
    }
  },

  CANCELLED(false) {
    @Override
    void strike(FlinkCluster cluster, String job, Random random)
        throws IOException, InterruptedException {
      cluster.rest().cancel(job);
    }
  };

  private final boolean survived;

  BatchFault(boolean survived) {
    this.survived = survived;
  }

  /** Whether the run ends well all the same. If not it fails, and it takes another run. */
  boolean survived() {
    return survived;
  }

  abstract void strike(FlinkCluster cluster, String job, Random random)
      throws IOException, InterruptedException;

  private static void kill(FlinkCluster cluster, Random random) throws IOException {
    cluster.killTaskManager(random.nextInt(cluster.taskManagers()));
    cluster.startTaskManager();
  }
}
