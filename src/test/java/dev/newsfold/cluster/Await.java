package dev.newsfold.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what other processes bring about. */
final class Await {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Await() {}

  /** A look at something that may not be there yet. */
  interface Look<T> {
    Optional<T> look() throws IOException, InterruptedException;
  }

  /** A question about something. */
  interface Question {
    boolean ask() throws IOException, InterruptedException;
  }

  /** Looks again and again; the supplier tells what to say when it is not seen in time. */
  static <T> T value(Duration limit, Look<T> look, Supplier<String> otherwise)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> seen = look.look();
      if (seen.isPresent()) {
        return seen.get();
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("after " + limit + ": " + otherwise.get());
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  static void until(Duration limit, Question question, Supplier<String> otherwise)
      throws IOException, InterruptedException {
    value(limit, () -> question.ask() ? Optional.of(true) : Optional.empty(), otherwise);
  }
}
