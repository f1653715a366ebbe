package dev.newsfold.jobs;

import dev.newsfold.flow.Counters;
import java.io.Closeable;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells how far a run is, while it runs: on a terminal one line that is written over, elsewhere a
 * line every few seconds.
 */
final class Progress implements Closeable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(250);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final PrintStream err;
  private final Clock clock;
  private final boolean terminal;
  private final Instant startedAt;
  private final long capturesBefore = Counters.capturesHere();
  private final long rejectionsBefore = Counters.rejectionsHere();
  private long told;
  private boolean quiet;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private Progress(PrintStream err, Clock clock, boolean terminal) {
    this.err = err;
    this.clock = clock;
    this.terminal = terminal;
    this.startedAt = clock.instant();
  }

  /** Starts telling, until it is closed. */
  @SuppressWarnings("FutureReturnValueIgnored") // a line that fails to print is no reason to stop
  static Progress start(PrintStream err, Clock clock, boolean terminal) {
    Progress progress = new Progress(err, clock, terminal);
    long millis = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
    progress.timer.scheduleAtFixedRate(progress::tell, millis, millis, TimeUnit.MILLISECONDS);
    return progress;
  }

  private void tell() {
    if (terminal) {
      // Back to the start of the line, and clear what was longer (ECMA-48 EL).
      err.print('\r' + line() + "\u001b[K");
      err.flush();
      return;
    }
    long captures = Counters.capturesHere() - capturesBefore;
    if (captures != told) {
      told = captures;
      quiet = false;
      err.println(line());
    } else if (captures > 0 && !quiet) {
      // What comes after the last capture has no number to show; one line must do.
      quiet = true;
      err.println(line() + "   no more for now");
    }
  }

  private String line() {
    long captures = Counters.capturesHere() - capturesBefore;
    long rejections = Counters.rejectionsHere() - rejectionsBefore;
    double seconds = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
    return String.format(
        Locale.ROOT,
        "%5.0f s   %,d captures done   %,.0f a second   %,d rejected",
        seconds,
        captures,
        captures / Math.max(seconds, 0.001),
        rejections);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    if (terminal) {
      tell();
      err.println();
    }
  }
}
