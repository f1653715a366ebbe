package dev.newsfold.parse.time.notation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Finds the year of a day that is stated without one. */
final class NearestYear {
  /** A page may be ahead of its capture by the width of a time zone. */
  private static final int SLACK_DAYS = 1;

  private NearestYear() {}

  /**
   * The last such day before the capture; without a capture time, the one nearest to another day
   * that is known from the page; null if neither is known or no year has such a day.
   */
  static @Nullable LocalDate of(Ymd stated, TimeContext context) {
    LocalDate captured = context.captureDay();
    if (captured != null) {
      LocalDate latest = captured.plusDays(SLACK_DAYS);
      // A 29 February may lie eight years back.
      for (int year = latest.getYear(); year >= latest.getYear() - 8; year--) {
        LocalDate candidate = stated.in(year, context.language());
        if (candidate != null && !candidate.isAfter(latest)) {
          return candidate;
        }
      }
      return null;
    }
    LocalDate near = context.near().get();
    if (near == null) {
      return null;
    }
    LocalDate best = null;
    for (int year = near.getYear() - 1; year <= near.getYear() + 1; year++) {
      LocalDate candidate = stated.in(year, context.language());
      if (candidate != null && (best == null || distance(candidate, near) < distance(best, near))) {
        best = candidate;
      }
    }
    return best;
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(a.toEpochDay() - b.toEpochDay());
  }
}
