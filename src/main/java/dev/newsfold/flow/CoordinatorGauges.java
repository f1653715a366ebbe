package dev.newsfold.flow;

import dev.newsfold.aggregate.StoryCoordinator;
import dev.newsfold.records.CoordinatorEntry;
import dev.newsfold.records.Remembered;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator of a stream shows of itself at each firing. Its memory is that of one
 * attempt; no result depends on it.
 */
final class CoordinatorGauges implements Serializable {
  private static final long serialVersionUID = 1L;

  private @Nullable Instant waitingSince;
  private @Nullable Instant newestCapture;

  /** Notes what the coordinator has heard. */
  void heard(CoordinatorEntry entry, Instant now) {
    if (waitingSince == null) {
      waitingSince = now;
    }
    Remembered article = entry.getArticle();
    Instant capturedAt = article == null ? null : article.getGroup().getLatest().getCapturedAt();
    if (capturedAt != null && (newestCapture == null || capturedAt.isAfter(newestCapture))) {
      newestCapture = capturedAt;
    }
  }

  /** Shows how the coordinator stands after a firing. */
  void fired(Instant started, Instant ended, StoryCoordinator coordinator) {
    Counters.observe(Metric.FIRING_MILLIS, millis(started, ended));
    Counters.show(Metric.FIRING, coordinator.progress().getRevision());
    Counters.show(Metric.REMEMBERED, coordinator.tables().members().size());
    Counters.show(Metric.WINDOWS, coordinator.tables().windows().size());
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
