package dev.newsfold.dedupe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which member of a story names which as its source, by their positions in the canonical order: for
 * each the position of the named, or {@link #NOBODY}.
 */
final class Namings {
  static final int NOBODY = -1;

  private Namings() {}

  /** Where members name each other in a circle, the earliest of them is taken to name nobody. */
  static void cutCircles(int[] named) {
    int[] walkOf = new int[named.length];
    for (int i = 0; i < named.length; i++) {
      int walk = i + 1;
      int at = i;
      while (at != NOBODY && walkOf[at] == 0) {
        walkOf[at] = walk;
        at = named[at];
      }
      if (at != NOBODY && walkOf[at] == walk) {
        int earliest = at;
        for (int other = named[at]; other != at; other = named[other]) {
          earliest = Math.min(earliest, other);
        }
        named[earliest] = NOBODY;
      }
    }
  }

  /** All positions, each behind the one it names. */
  static List<Integer> originalsFirst(int[] named) {
    List<Integer> order = new ArrayList<>(named.length);
    boolean[] seen = new boolean[named.length];
    Deque<Integer> waiting = new ArrayDeque<>();
    for (int i = 0; i < named.length; i++) {
      for (int at = i; at != NOBODY && !seen[at]; at = named[at]) {
        seen[at] = true;
        waiting.push(at);
      }
      order.addAll(waiting);
      waiting.clear();
    }
    return order;
  }
}
