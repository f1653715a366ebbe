package dev.newsfold.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * What other threads are at work on, in the order in which it was given to them: results are taken
 * in that order, and no more than so many wait.
 */
final class Pending<R> {
  private final Queue<Future<R>> work = new ArrayDeque<>();
  private final int most;
  private final RunRecords.Taker<? super R> taker;

  /**
   * Nothing yet.
   *
   * @param taker takes the results, in the thread that adds work
   */
  Pending(int most, RunRecords.Taker<? super R> taker) {
    this.most = most;
    this.taker = taker;
  }

  /** Adds work; waits for the oldest if there is too much of it. */
  void add(Future<R> task) throws IOException {
    work.add(task);
    if (work.size() > most) {
      take(work.remove());
    }
  }

  /** Waits for all. */
  void finish() throws IOException {
    while (!work.isEmpty()) {
      take(work.remove());
    }
  }

  private void take(Future<R> task) throws IOException {
    try {
      taker.take(task.get());
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the report was made");
    }
  }

  /** What the work has thrown, as if it had been done here. */
  private static IOException rethrown(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException checked ? checked : new IOException(cause);
  }
}
