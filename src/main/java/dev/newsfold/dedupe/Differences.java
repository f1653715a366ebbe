package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was taken away from one text and put in to give another: the shortest script of edits, after
 * E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), section 4.
 */
public final class Differences {
  /** Edits beyond which texts are called different altogether. */
  public static final int MOST = 400;

  private Differences() {}

  /** What becomes of a piece of text. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /** A piece of text, as long as its kind stays. */
  public record Part(Kind kind, String text) {}

  /**
   * The parts in order; null if the texts differ too much to be compared.
   *
   * @param before the text that is compared with
   * @param after the text whose differences are told
   */
  public static @Nullable List<Part> between(String before, String after) {
    return between(Words.of(before), Words.of(after));
  }

  private static @Nullable List<Part> between(List<String> a, List<String> b) {
    int most = Math.min(MOST, a.size() + b.size());
    int[] furthest = new int[2 * most + 3];
    int middle = most + 1;
    List<int[]> rounds = new ArrayList<>();
    for (int edits = 0; edits <= most; edits++) {
      rounds.add(Arrays.copyOfRange(furthest, middle - edits - 1, middle + edits + 2));
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int x = start(furthest, middle, diagonal, edits);
        while (x < a.size() && x - diagonal < b.size() && a.get(x).equals(b.get(x - diagonal))) {
          x++;
        }
        furthest[middle + diagonal] = x;
        if (x >= a.size() && x - diagonal >= b.size()) {
          return trace(a, b, rounds);
        }
      }
    }
    return null;
  }

  private static int start(int[] furthest, int middle, int diagonal, int edits) {
    boolean down =
        diagonal == -edits
            || diagonal != edits
                && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1];
    return down ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1;
  }

  private static List<Part> trace(List<String> a, List<String> b, List<int[]> rounds) {
    List<Part> backwards = new ArrayList<>();
    int x = a.size();
    int y = b.size();
    for (int edits = rounds.size() - 1; edits >= 0; edits--) {
      int[] furthest = rounds.get(edits);
      int middle = edits + 1;
      int diagonal = x - y;
      boolean down =
          diagonal == -edits
              || diagonal != edits
                  && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1];
      int before = down ? diagonal + 1 : diagonal - 1;
      int fromX = edits == 0 ? 0 : furthest[middle + before];
      int fromY = edits == 0 ? 0 : fromX - before;
      while (x > fromX && y > fromY && a.get(x - 1).equals(b.get(y - 1))) {
        backwards.add(new Part(Kind.SAME, a.get(--x)));
        y--;
      }
      if (edits > 0) {
        backwards.add(down ? new Part(Kind.ADDED, b.get(--y)) : new Part(Kind.REMOVED, a.get(--x)));
      }
    }
    Collections.reverse(backwards);
    return joined(backwards);
  }

  /** Neighbours of one kind as one; between two sames, what was removed before what was added. */
  private static List<Part> joined(List<Part> pieces) {
    List<Part> parts = new ArrayList<>();
    StringBuilder same = new StringBuilder();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    for (Part piece : pieces) {
      if (piece.kind() == Kind.SAME) {
        flush(parts, Kind.REMOVED, removed);
        flush(parts, Kind.ADDED, added);
        same.append(piece.text());
      } else {
        flush(parts, Kind.SAME, same);
        (piece.kind() == Kind.REMOVED ? removed : added).append(piece.text());
      }
    }
    flush(parts, Kind.SAME, same);
    flush(parts, Kind.REMOVED, removed);
    flush(parts, Kind.ADDED, added);
    return parts;
  }

  private static void flush(List<Part> parts, Kind kind, StringBuilder text) {
    if (text.length() > 0) {
      parts.add(new Part(kind, text.toString()));
      text.setLength(0);
    }
  }
}
