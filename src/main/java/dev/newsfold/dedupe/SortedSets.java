package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets kept as ascending lists, the form in which they travel in a record. */
public final class SortedSets {
  private SortedSets() {}

  /** The set of one name; of none, if it is empty. */
  public static List<String> ofName(String name) {
    return name.isEmpty() ? List.of() : List.of(name);
  }

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
    // Merged as they lie: one more site for a story of ten thousand costs a copy, and no tree.
    List<T> union = new ArrayList<>(Math.min(limit, a.size() + b.size()));
    Iterator<T> left = a.iterator();
    Iterator<T> right = b.iterator();
    T x = next(left);
    T y = next(right);
    while ((x != null || y != null) && union.size() < limit) {
      int order = x == null ? 1 : y == null ? -1 : x.compareTo(y);
      T smaller = order <= 0 ? x : y;
      if (smaller != null) {
        union.add(smaller);
      }
      x = order <= 0 ? next(left) : x;
      y = order >= 0 ? next(right) : y;
    }
    return union;
  }

  private static <T> @Nullable T next(Iterator<T> items) {
    return items.hasNext() ? items.next() : null;
  }
}
