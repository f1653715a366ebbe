package dev.newsfold.flow;

import java.time.Instant;
import org.apache.beam.sdk.state.Timer;

/** Beam speaks Joda-Time, everything else java.time: they meet here. */
final class Times {
  private Times() {}

  /**
   * The output timestamp of a timer of the global window that is to hold back no watermark: now,
   * but not before what sets the timer, which Beam refuses. The clock that stamped that may be
   * ahead.
   *
   * @param at the timestamp of the element, or of the timer that has fired
   */
  static org.joda.time.Instant ofTimer(Timer timer, org.joda.time.Instant at) {
    org.joda.time.Instant now = timer.getCurrentRelativeTime();
    return now.isBefore(at) ? at : now;
  }

  static Instant toJava(org.joda.time.Instant instant) {
    return Instant.ofEpochMilli(instant.getMillis());
  }

  static org.joda.time.Instant toJoda(Instant instant) {
    return org.joda.time.Instant.ofEpochMilli(instant.toEpochMilli());
  }
}
