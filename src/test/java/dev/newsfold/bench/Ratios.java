package dev.newsfold.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times of the three parsers, set by set and round by round, as what a reader wants to know of
 * them: a machine that is slower for a while spoils the ratios of one round, and the median is of
 * another.
 */
final class Ratios {
  private static final String ALL = "all";

  /** One round's times in milliseconds, by sets and parser. */
  private final List<Map<String, Map<String, Double>>> rounds = new ArrayList<>();

  void beginRound() {
    rounds.add(new TreeMap<>());
  }

  void add(String sets, String parser, double millis) {
    Map<String, Map<String, Double>> round = rounds.get(rounds.size() - 1);
    for (String of : List.of(sets, ALL)) {
      round.computeIfAbsent(of, s -> new TreeMap<>()).merge(parser, millis, Double::sum);
    }
  }

  void print(PrintStream out) {
    for (String sets : rounds.get(0).keySet()) {
      out.printf(
          Locale.ROOT,
          "%-40s bytes to Article: %s times a bare Jsoup.parse, %s times as fast as Readability4J%n",
          sets,
          medianAndRange(sets, "newsfold", "jsoup"),
          medianAndRange(sets, "readability4j", "newsfold"));
    }
  }

  private static double time(Map<String, Double> times, String parser) {
    return times.getOrDefault(parser, Double.NaN);
  }

  private String medianAndRange(String sets, String parser, String other) {
    double[] ratios =
        rounds.stream()
            .map(round -> round.getOrDefault(sets, Map.of()))
            .mapToDouble(of -> time(of, parser) / time(of, other))
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1]);
  }
}
