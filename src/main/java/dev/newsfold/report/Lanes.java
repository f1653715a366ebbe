package dev.newsfold.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * Hands the same records in the same order to several takers, each in a thread of its own. No taker
 * may change a record, or touch what another one fills.
 */
final class Lanes<T> implements AutoCloseable {
  private static final int BLOCKS = 8;

  private final List<Consumer<T>> takers;
  private final List<ExecutorService> threads = new ArrayList<>();
  private final Pending<Object> pending;

  Lanes(List<Consumer<T>> takers) {
    this.takers = List.copyOf(takers);
    takers.forEach(taker -> threads.add(Cores.threads("report-count", 1)));
    pending = new Pending<>(BLOCKS * takers.size(), done -> {});
  }

  /** Hands on some records; waits while a taker is far behind. */
  void put(List<T> records) throws IOException {
    for (int i = 0; i < takers.size(); i++) {
      Consumer<T> taker = takers.get(i);
      pending.add(
          threads
              .get(i)
              .submit(
                  () -> {
                    records.forEach(taker);
                    return records;
                  }));
    }
  }

  /** Waits until every taker has taken all. */
  void finish() throws IOException {
    pending.finish();
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdownNow);
  }
}
