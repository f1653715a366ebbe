package dev.newsfold.bench;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Times of the three parsers, set by set, as what a reader wants to know of them. */
final class Ratios {
  private final Map<String, Map<String, Double>> times = new TreeMap<>();

  void add(String sets, String parser, double millis) {
    times.computeIfAbsent(sets, s -> new HashMap<>()).put(parser, millis);
  }

  void print(PrintStream out) {
    Map<String, Double> all = new HashMap<>();
    times.forEach(
        (sets, of) -> {
          of.forEach((parser, millis) -> all.merge(parser, millis, Double::sum));
          print(out, sets, of);
        });
    print(out, "all", all);
  }

  private static void print(PrintStream out, String sets, Map<String, Double> of) {
    double ours = of.getOrDefault("newsfold", Double.NaN);
    out.printf(
        Locale.ROOT,
        "%-40s bytes to Article: %.2f times a bare Jsoup.parse, %.2f times as fast as"
            + " Readability4J%n",
        sets,
        ours / of.getOrDefault("jsoup", Double.NaN),
        of.getOrDefault("readability4j", Double.NaN) / ours);
  }
}
