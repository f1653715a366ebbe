package dev.newsfold.dedupe;

import java.util.Arrays;
import java.util.List;

/**
 * Two headlines laid side by side: what they share in order, and what each has that the other
 * lacks. Counts are of characters in scripts without spaces, and of letters in words.
 *
 * @param shared what both share in order (the longest common subsequence of tokens)
 * @param shorter length of the shorter headline
 * @param longer length of the longer one
 * @param exchanged what stands on both sides of a gap, counted by the smaller side: what was
 *     replaced, not added; without the two ends
 * @param gaps how many such places there are, with the two ends
 * @param head the same before the first shared token
 * @param before what only one headline has before the first shared token
 * @param tail what both have, in place of each other, after the last shared token
 * @param added what only one headline has after it
 * @param clause whether what is added begins a clause of its own
 */
record HeadlineMatch(
    int shared,
    int shorter,
    int longer,
    int exchanged,
    int gaps,
    int head,
    int before,
    int tail,
    int added,
    boolean clause) {

  /** Words with fewer letters are not taken for misprints of each other. */
  private static final int MISPRINTED = 5;

  static HeadlineMatch of(Headline a, Headline b) {
    List<String> left = a.tokens();
    List<String> right = b.tokens();
    int n = left.size();
    int m = right.size();
    int[] leftWeight = weights(a);
    int[] rightWeight = weights(b);
    // length[i][j]: longest common subsequence of what follows i and j.
    int[][] length = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        length[i][j] =
            same(left.get(i), right.get(j))
                ? length[i + 1][j + 1] + Math.min(leftWeight[i], rightWeight[j])
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    int exchanged = 0;
    int gaps = 0;
    int head = 0;
    int before = 0;
    int gapLeft = 0;
    int gapRight = 0;
    boolean begun = false;
    int i = 0;
    int j = 0;
    while (i < n && j < m && length[i][j] > 0) {
      if (same(left.get(i), right.get(j))) {
        if (begun) {
          exchanged += Math.min(gapLeft, gapRight);
        } else {
          head = Math.min(gapLeft, gapRight);
          before = Math.max(gapLeft, gapRight) - head;
          begun = true;
        }
        gaps += Math.min(gapLeft, gapRight) > 0 ? 1 : 0;
        gapLeft = 0;
        gapRight = 0;
        i++;
        j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        gapLeft += leftWeight[i++];
      } else {
        gapRight += rightWeight[j++];
      }
    }
    int restLeft = Arrays.stream(leftWeight, i, n).sum();
    int restRight = Arrays.stream(rightWeight, j, m).sum();
    gaps += Math.min(restLeft, restRight) > 0 ? 1 : 0;
    int allLeft = Arrays.stream(leftWeight).sum();
    int allRight = Arrays.stream(rightWeight).sum();
    boolean clause = restLeft > restRight ? i < n && a.clauses()[i] : j < m && b.clauses()[j];
    return new HeadlineMatch(
        length[0][0],
        Math.min(allLeft, allRight),
        Math.max(allLeft, allRight),
        exchanged,
        gaps,
        head,
        before,
        Math.min(restLeft, restRight),
        Math.abs(restLeft - restRight),
        clause);
  }

  private static int[] weights(Headline headline) {
    boolean characters = headline.unspaced();
    return headline.tokens().stream().mapToInt(t -> characters ? 1 : t.length()).toArray();
  }

  /** The share of the shorter headline that is shared. */
  double cover() {
    return shorter == 0 ? 0 : (double) shared / shorter;
  }

  /** Whether they differ in nothing but how they begin. */
  boolean onlyHead() {
    return exchanged + before + tail + added == 0;
  }

  /** The same token, or a longer word with one letter added, changed or swapped: a misprint. */
  static boolean same(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int longer = Math.max(a.length(), b.length());
    if (longer < MISPRINTED || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int shorter = Math.min(a.length(), b.length());
    int front = 0;
    while (front < shorter && a.charAt(front) == b.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < shorter - front
        && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
      back++;
    }
    boolean swapped =
        a.length() == b.length()
            && longer - front - back == 2
            && a.charAt(front) == b.charAt(front + 1)
            && a.charAt(front + 1) == b.charAt(front);
    return swapped || longer - front - back <= 1;
  }

  /** Whether both hold slots that the other lacks: other numbers, another day. */
  static boolean slotsDiffer(Headline a, Headline b) {
    return lacksSome(a, b) && lacksSome(b, a);
  }

  private static boolean lacksSome(Headline of, Headline in) {
    return of.slots().stream()
        .anyMatch(slot -> !in.slots().contains(slot) && !in.numerals().contains(Slots.value(slot)));
  }
}
