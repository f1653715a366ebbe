package dev.newsfold.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Reads files ahead of who takes what is in them, one on each core, and hands it on in their order.
 * Of each file that is being read a few blocks wait at most.
 */
final class ReadAhead {
  private ReadAhead() {}

  /** Hands what each of some sources gives to {@code taker}, one source after another. */
  static <T> void forEach(List<Feed.Source<T>> sources, RunRecords.Taker<? super T> taker)
      throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    ExecutorService threads = Cores.threads("report-read", sources.size());
    try {
      List<Feed<T>> feeds = new ArrayList<>();
      for (Feed.Source<T> source : sources) {
        Feed<T> feed = new Feed<>();
        threads.execute(() -> feed.fill(source));
        feeds.add(feed);
      }
      for (Feed<T> feed : feeds) {
        feed.drain(taker);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while records were read for the report");
    } finally {
      threads.shutdownNow();
    }
  }
}
