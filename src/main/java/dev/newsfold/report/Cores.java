package dev.newsfold.report;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for work that keeps a core busy each. */
final class Cores {
  private Cores() {}

  /** How many the machine has for us. */
  static int count() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** As many as there are cores, or tasks if those are fewer; they keep no machine running. */
  static ExecutorService threads(String name, int tasks) {
    return Executors.newFixedThreadPool(
        Math.max(1, Math.min(tasks, count())),
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
