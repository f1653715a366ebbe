package dev.newsfold.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time, counted in classes that grow by a quarter power of two, so that of any number of
 * them the median is known to within a tenth. Those below zero are counted apart.
 */
final class Lags {
  /** The bounds of the chart's bars, in seconds. */
  static final List<Long> BOUNDS =
      List.of(
          60L,
          300L,
          900L,
          1800L,
          3600L,
          7200L,
          14_400L,
          28_800L,
          57_600L,
          86_400L,
          172_800L,
          604_800L,
          2_592_000L);

  private static final int CLASSES = 160;
  private static final int PER_DOUBLING = 4;

  /** Made when the first lag comes: most pairs of sites have few. */
  private int @Nullable [] classes;

  private long below;
  private long dated;
  private long undated;

  /** Adds a lag in seconds; null stands for one that is not known. */
  void add(@Nullable Long seconds) {
    if (seconds == null) {
      undated++;
      return;
    }
    dated++;
    if (seconds < 0) {
      below++;
      return;
    }
    if (classes == null) {
      classes = new int[CLASSES];
    }
    double doublings = Math.log(seconds + 1.0) / Math.log(2);
    classes[(int) Math.min(CLASSES - 1, Math.floor(doublings * PER_DOUBLING))]++;
  }

  /** Those that are known. */
  long dated() {
    return dated;
  }

  /** Those that are not known. */
  long undated() {
    return undated;
  }

  /** Those below zero: the copy is stamped before what it copies. */
  long below() {
    return below;
  }

  /** The median of those that are known; null if there are none. */
  @Nullable Long median() {
    if (dated == 0 || classes == null) {
      return dated == 0 ? null : -1L;
    }
    long left = (dated - 1) / 2 - below;
    if (left < 0) {
      return -1L;
    }
    for (int i = 0; i < CLASSES; i++) {
      left -= classes[i];
      if (left < 0) {
        return Math.round(Math.pow(2, (i + 0.5) / PER_DOUBLING) - 1);
      }
    }
    return Math.round(Math.pow(2, (double) CLASSES / PER_DOUBLING));
  }
}
