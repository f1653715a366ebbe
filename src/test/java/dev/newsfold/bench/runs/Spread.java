package dev.newsfold.bench.runs;

import java.util.List;
import java.util.Locale;

/** Some figures of one thing: the one in the middle, and between which all of them lie. */
record Spread(double median, double min, double max) {

  /**
   * The spread of {@code figures}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /** For people, with so many decimals. */
  String text(int decimals) {
    String one = "%." + decimals + "f";
    return min == max
        ? String.format(Locale.ROOT, one, median)
        : String.format(Locale.ROOT, one + " (" + one + " to " + one + ")", median, min, max);
  }
}
