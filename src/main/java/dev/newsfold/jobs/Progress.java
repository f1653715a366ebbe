package dev.newsfold.jobs;

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
 * line every few seconds in which there is something new.
 */
final class Progress implements Closeable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(250);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final PrintStream err;
  private final Clock clock;
  private final boolean terminal;
  private final RunStatus status;
  private final Instant startedAt;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private Progress(PrintStream err, Clock clock, boolean terminal, RunStatus status) {
    this.err = err;
    this.clock = clock;
    this.terminal = terminal;
    this.status = status;
    this.startedAt = clock.instant();
  }

  /** Starts telling, until it is closed. */
  @SuppressWarnings("FutureReturnValueIgnored") // a line that fails to print is no reason to stop
  static Progress start(PrintStream err, Clock clock, boolean terminal, RunStatus status) {
    Progress progress = new Progress(err, clock, terminal, status);
    long millis = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
    progress.timer.scheduleAtFixedRate(progress::tell, millis, millis, TimeUnit.MILLISECONDS);
    return progress;
  }

  private synchronized void tell() {
    double seconds = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
    if (terminal) {
      // Back to the start of the line, and clear what was longer (ECMA-48 EL).
      err.print('\r' + line(seconds, status.words(seconds)) + "\u001b[K");
      err.flush();
    } else {
      status.news(seconds).ifPresent(words -> err.println(line(seconds, words)));
    }
  }

  private static String line(double seconds, String words) {
    return String.format(Locale.ROOT, "%5.0f s   %s", seconds, words);
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
