package dev.newsfold.commands;

import dev.newsfold.jobs.JobContext;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells on a terminal how far an export is, in one line that is written over. */
final class ExportProgress implements Closeable {
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final int RECORDS_BETWEEN_LOOKS = 64;

  private final JobContext context;
  private Instant told;
  private long records;
  private boolean shown;

  ExportProgress(JobContext context) {
    this.context = context;
    this.told = context.clock().instant();
  }

  /** One more record was read. */
  void read(String dataset) {
    records++;
    if (!context.terminal() || records % RECORDS_BETWEEN_LOOKS != 0) {
      return;
    }
    Instant now = context.clock().instant();
    if (Duration.between(told, now).compareTo(BETWEEN) >= 0) {
      told = now;
      shown = true;
      // Back to the start of the line, and clear what was longer (ECMA-48 EL).
      context.err().printf(Locale.ROOT, "\r%,12d records   %s\u001b[K", records, dataset);
      context.err().flush();
    }
  }

  @Override
  public void close() {
    if (shown) {
      context.err().println();
    }
  }
}
