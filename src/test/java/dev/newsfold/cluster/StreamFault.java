package dev.newsfold.cluster;

import dev.newsfold.records.Capture;
import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What can befall a stream; after each strike it runs again. */
enum StreamFault {
  TASK_MANAGER_KILLED {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      killTaskManager(scene);
    }
  },

  TASK_MANAGERS_KILLED_REPEATEDLY {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      for (int i = 0; i < 3; i++) {
        killTaskManager(scene);
        // Now it may be starting again, or restoring, or running.
        Thread.sleep(scene.random.nextInt(6000));
      }
    }
  },

  JOB_MANAGER_KILLED {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      scene.run.cluster().killJobManager();
      scene.run.cluster().startJobManager();
      scene.run.resume(2);
    }
  },

  SAVEPOINT_RESUMED {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      scene.run.resume(2, "--savepointPath=" + scene.run.stop());
    }
  },

  SAVEPOINT_RESUMED_AT_LOWER_PARALLELISM {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      scene.run.resume(1, "--savepointPath=" + scene.run.stop());
    }
  },

  CANCELLED {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      scene.run.cancel();
      scene.run.resume(2);
    }
  },

  DELIVERED_TWICE {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      scene.feed.sendAgain();
    }
  },

  KILLED_WHILE_WRITING {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      String writer = "dev.newsfold.flow.WriteLive$WriteFn";
      int entry = 1 + scene.random.nextInt(4);
      killAt(
          scene,
          scene.random.nextBoolean()
              ? new KillPoint(FOLDER, "write", writer, entry)
              // What is written lies beside its place, and is not there yet.
              : new KillPoint(FILES, "move", writer, entry));
    }
  },

  KILLED_WHILE_PUBLISHING {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      killAt(
          scene,
          switch (scene.random.nextInt(3)) {
            case 0 -> new KillPoint(FOLDER, "createNew", PUBLICATION, 1);
            case 1 -> new KillPoint(FILES, "createLink", PUBLICATION, 1);
            // The files are listed, and nobody in the job has been told yet.
            default -> new KillPoint("dev.newsfold.sinks.OutputLock", "close", PUBLICATION, 1);
          });
    }
  },

  DISK_FULL {
    @Override
    void strike(Scene scene) throws IOException, InterruptedException {
      if (scene.disk.isEmpty()) {
        System.out.println("skipped: a small disk to fill up needs root");
        return;
      }
      SmallDisk disk = scene.disk.get();
      FlinkRest rest = scene.run.cluster().rest();
      int before = rest.restarts(scene.run.job());
      disk.fill(scene.random.nextInt(64) * 1024L);
      Await.until(
          StreamRun.LIMIT,
          () -> rest.restarts(scene.run.job()) > before,
          () -> "the disk is full, and the stream has not noticed");
      disk.free();
    }
  };

  private static final String PUBLICATION = "dev.newsfold.sinks.LivePublication";
  private static final String FILES = "java.nio.file.Files";
  private static final String FOLDER = "dev.newsfold.sinks.LocalFolder";

  /**
   * Where a fault is made.
   *
   * @param toCome captures that are sent after the strike, or by it
   * @param disk what the output lies on; nothing where no small disk could be made
   */
  record Scene(
      StreamRun run, Feed feed, Deque<Capture> toCome, Optional<SmallDisk> disk, Random random) {
    /** Sends what has not been sent yet. */
    void sendRest() throws IOException, InterruptedException {
      if (!toCome.isEmpty()) {
        feed.send(List.copyOf(toCome));
        toCome.clear();
      }
    }
  }

  /** Makes the fault, and whatever an operator would do about it. */
  abstract void strike(Scene scene) throws IOException, InterruptedException;

  private static void killTaskManager(Scene scene) throws IOException {
    FlinkCluster cluster = scene.run.cluster();
    cluster.killTaskManager(scene.random.nextInt(cluster.taskManagers()));
    cluster.startTaskManager();
  }

  /** Has all of the stream run in one TaskManager, and kills that at a point of its work. */
  private static void killAt(Scene scene, KillPoint point)
      throws IOException, InterruptedException {
    FlinkCluster cluster = scene.run.cluster();
    for (int i = cluster.taskManagers(); i > 0; i--) {
      cluster.killTaskManager(0);
    }
    scene.sendRest();
    int port = Loopback.freePort();
    JavaProcess watched = cluster.startTaskManager(List.of(KillPoint.flag(port)));
    if (!point.killAt(watched, port)) {
      throw new IOException(point + " was not met\n" + watched.tail());
    }
    cluster.killTaskManager(0);
    for (int i = 0; i < SharedCluster.TASK_MANAGERS; i++) {
      cluster.startTaskManager();
    }
  }
}
