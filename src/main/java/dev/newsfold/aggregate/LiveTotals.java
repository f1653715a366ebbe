package dev.newsfold.aggregate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The totals of a stream, by the names that they have in {@code run.json}. */
final class LiveTotals {
  private final SortedMap<String, Long> counts = new TreeMap<>();

  LiveTotals() {
    RunTotals.NAMES.forEach(name -> counts.put(name, 0L));
  }

  /** Takes up the totals where they were left. */
  void resume(Map<String, Long> totals) {
    counts.putAll(totals);
  }

  void count(String name, long by) {
    counts.merge(name, by, Long::sum);
  }

  /** The totals as they are now. Every article is in one story, and in each one is no copy. */
  Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>(counts);
    all.put("crossPosts", get("articles") - get("stories"));
    return all;
  }

  long get(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
