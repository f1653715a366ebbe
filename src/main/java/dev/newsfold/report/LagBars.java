package dev.newsfold.report;

import org.jspecify.annotations.Nullable;

/** How many lags lie between the bounds of {@link Lags#BOUNDS}. */
final class LagBars {
  private final long[] counts = new long[Lags.BOUNDS.size() + 2];
  private long undated;

  /** Adds a lag in seconds; null stands for one that is not known. */
  void add(@Nullable Long seconds) {
    if (seconds == null) {
      undated++;
      return;
    }
    counts[bar(seconds)]++;
  }

  /** The number of the bar: 0 for below zero, 1 for up to the first bound. */
  private static int bar(long seconds) {
    if (seconds < 0) {
      return 0;
    }
    int bar = 1;
    while (bar <= Lags.BOUNDS.size() && seconds >= Lags.BOUNDS.get(bar - 1)) {
      bar++;
    }
    return bar;
  }

  int size() {
    return counts.length;
  }

  long count(int bar) {
    return counts[bar];
  }

  /** Lags that are not known, as one of the two times is not. */
  long undated() {
    return undated;
  }

  long dated() {
    long dated = 0;
    for (long count : counts) {
      dated += count;
    }
    return dated;
  }

  long most() {
    long most = 0;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    return most;
  }

  static String label(int bar) {
    if (bar == 0) {
      return "below 0";
    }
    if (bar == 1) {
      return "< " + shortly(Lags.BOUNDS.get(0));
    }
    String from = shortly(Lags.BOUNDS.get(bar - 2));
    return bar > Lags.BOUNDS.size() ? "≥ " + from : from + "–" + shortly(Lags.BOUNDS.get(bar - 1));
  }

  private static String shortly(long seconds) {
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }
}
