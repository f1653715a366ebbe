package dev.newsfold.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts of values. When there are too many values to tell apart, further ones are counted
 * together, so that its memory has a bound; which ones depends on the order in which they come.
 */
final class Tally<K extends Comparable<K>> {
  private final Map<K, long[]> counts = new HashMap<>();
  private final int limit;
  private long others;
  private long total;

  Tally(int limit) {
    this.limit = limit;
  }

  /** One value and its count. */
  record Entry<K>(K key, long count) {}

  void add(K key) {
    add(key, 1);
  }

  void add(K key, long times) {
    total += times;
    long[] count = counts.get(key);
    if (count != null) {
      count[0] += times;
    } else if (counts.size() < limit) {
      counts.put(key, new long[] {times});
    } else {
      others += times;
    }
  }

  long of(K key) {
    long[] count = counts.get(key);
    return count == null ? 0 : count[0];
  }

  long total() {
    return total;
  }

  /** What was counted of values that are not told apart. */
  long others() {
    return others;
  }

  /** The values that are told apart. */
  Set<K> keys() {
    return Collections.unmodifiableSet(counts.keySet());
  }

  /** The largest, by count, then by value. */
  List<Entry<K>> largest(int most) {
    return counts.entrySet().stream()
        .map(entry -> new Entry<>(entry.getKey(), entry.getValue()[0]))
        .sorted(
            Comparator.comparingLong((Entry<K> entry) -> -entry.count()).thenComparing(Entry::key))
        .limit(most)
        .toList();
  }
}
