package dev.newsfold.flow;

import dev.newsfold.aggregate.LiveFold;
import dev.newsfold.records.DeskEntry;
import dev.newsfold.records.RecaptureGroup;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the desk of a stream shows of itself at each firing. Its memory is that of one attempt; no
 * result depends on it.
 */
final class DeskGauges implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable Instant waitingSince;
  private @Nullable Instant newestCapture;

  /** Notes what the desk has heard. */
  void heard(DeskEntry entry, Instant now) {
    if (waitingSince == null) {
      waitingSince = now;
    }
    RecaptureGroup capture = entry.getCapture();
    Instant capturedAt = capture == null ? null : capture.getLatest().getCapturedAt();
    if (capturedAt != null && (newestCapture == null || capturedAt.isAfter(newestCapture))) {
      newestCapture = capturedAt;
    }
  }

  /** Shows how the desk stands after a firing. */
  void fired(Instant started, Instant ended, LiveFold desk) {
    Counters.observe(Metric.FIRING_MILLIS, millis(started, ended));
    Counters.show(Metric.FIRING, desk.pulse().getRevision());
    Counters.show(Metric.REMEMBERED, desk.tables().members().size());
    Counters.show(Metric.WINDOWS, desk.tables().windows().size());
    Counters.show(Metric.WAIT_MILLIS, waitingSince == null ? 0 : millis(waitingSince, ended));
    if (newestCapture != null) {
      Counters.show(Metric.LAG_MILLIS, millis(newestCapture, ended));
    }
    waitingSince = null;
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
