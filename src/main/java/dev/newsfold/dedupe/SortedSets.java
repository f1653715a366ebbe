package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Sets kept as ascending lists, the form in which they travel in a record. */
public final class SortedSets {
  private SortedSets() {}

  /** The union of two ascending lists without duplicates, as a third. */
  public static <T extends Comparable<T>> List<T> union(Collection<T> a, Collection<T> b) {
    return smallest(a, b, Integer.MAX_VALUE);
  }

  /**
   * The {@code limit} smallest members of the union. Keeping the smallest, and not the first seen,
   * makes a bounded set independent of the order in which it was merged.
   */
  public static <T extends Comparable<T>> List<T> smallest(
      Collection<T> a, Collection<T> b, int limit) {
    TreeSet<T> union = new TreeSet<>(a);
    union.addAll(b);
    while (union.size() > limit) {
      union.pollLast();
    }
    return new ArrayList<>(union);
  }
}
