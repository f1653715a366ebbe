package dev.newsfold.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts by label in bounded memory, the same whatever the order of adding.
 *
 * <p>It counts exactly the {@value #LABELS} first labels in a fixed order (shorter first, then by
 * code unit) and lumps the rest together. The short come first because rules have short names, and
 * what floods a count is long.
 */
final class BoundedCounts {
  /** How many labels are told apart. */
  static final int LABELS = 64;

  /** Longer labels are cut. */
  static final int LABEL_LENGTH = 80;

  private static final Comparator<String> SHORT_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final TreeMap<String, Long> counts = new TreeMap<>(SHORT_FIRST);
  private long total;

  void add(String label) {
    add(label, 1);
  }

  void add(String label, long count) {
    total += count;
    counts.merge(Html.shorten(label, LABEL_LENGTH), count, Long::sum);
    prune();
  }

  long total() {
    return total;
  }

  /** What was counted under labels beyond the first {@value #LABELS}. */
  long others() {
    return total - counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The labels by count, highest first; equal counts in the fixed order. */
  Map<String, Long> byCount() {
    List<Map.Entry<String, Long>> entries =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    Map<String, Long> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private void prune() {
    while (counts.size() > LABELS) {
      counts.pollLastEntry();
    }
  }
}
