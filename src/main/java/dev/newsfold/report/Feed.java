package dev.newsfold.report;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one thread hands on to another, in order, a few at a time: who fills it waits while it is
 * full. That filling failed is told to who drains it, in its place.
 */
final class Feed<T> {
  private static final int MOST = 8;

  private final BlockingQueue<Item<T>> items = new ArrayBlockingQueue<>(MOST);

  /** One of them; without a value the end, and without a failure a good one. */
  private record Item<T>(@Nullable T value, @Nullable Throwable failure) {}

  /** What fills a feed. */
  @FunctionalInterface
  interface Source<T> {
    void writeTo(Consumer<T> sink) throws IOException;
  }

  /** The thread was interrupted, as nobody wants what it makes. */
  private static final class NotWanted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotWanted(InterruptedException e) {
      super(e);
    }
  }

  /** Puts in all that a source gives, then the end. */
  void fill(Source<T> source) {
    Throwable failure = null;
    try {
      source.writeTo(value -> put(new Item<>(value, null)));
    } catch (NotWanted e) {
      return;
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    try {
      put(new Item<>(null, failure));
    } catch (NotWanted e) {
      // Then nobody needs to know.
    }
  }

  private void put(Item<T> item) {
    try {
      items.put(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotWanted(e);
    }
  }

  /** Hands all to {@code taker}; throws what filling has thrown, when it comes to it. */
  void drain(RunRecords.Taker<? super T> taker) throws IOException, InterruptedException {
    for (Item<T> item = items.take(); ; item = items.take()) {
      T value = item.value();
      if (value != null) {
        taker.take(value);
      } else if (item.failure() instanceof IOException e) {
        throw e;
      } else if (item.failure() instanceof RuntimeException e) {
        throw e;
      } else if (item.failure() instanceof Error e) {
        throw e;
      } else {
        return;
      }
    }
  }
}
