package dev.newsfold.jobs;

import dev.newsfold.captures.Quantity;
import dev.newsfold.flow.Counters;
import java.util.Locale;
import java.util.Optional;

/** Counts the captures of a run whose pipeline runs in this process. */
final class LocalRunStatus implements RunStatus {
  private final long capturesBefore = Counters.capturesHere();
  private final long rejectionsBefore = Counters.rejectionsHere();
  private long told;
  private boolean quiet;

  @Override
  public String words(double seconds) {
    long captures = captures();
    return String.format(
        Locale.ROOT,
        "%s done   %,.0f a second   %,d rejected",
        Quantity.of(captures, "capture"),
        captures / Math.max(seconds, 0.001),
        Counters.rejectionsHere() - rejectionsBefore);
  }

  @Override
  public Optional<String> news(double seconds) {
    long captures = captures();
    if (captures != told) {
      told = captures;
      quiet = false;
      return Optional.of(words(seconds));
    }
    if (captures > 0 && !quiet) {
      // What comes after the last capture has no number to show; one line must do.
      quiet = true;
      return Optional.of(words(seconds) + "   no more for now");
    }
    return Optional.empty();
  }

  private long captures() {
    return Counters.capturesHere() - capturesBefore;
  }
}
