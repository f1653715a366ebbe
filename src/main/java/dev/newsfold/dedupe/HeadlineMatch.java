package dev.newsfold.dedupe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two headlines laid side by side: what they share in order, and what each has that the other
 * lacks.
 *
 * @param shared tokens shared in order (the longest common subsequence)
 * @param shorter tokens of the shorter headline
 * @param longer tokens of the longer one
 * @param exchanged tokens that stand on both sides of a gap, counted by the smaller side: what was
 *     replaced, not added; without the two ends
 * @param head the same before the first shared token
 * @param tail the same after the last
 * @param added tokens after the last shared one where only one headline goes on
 * @param clause whether what is added begins a clause of its own
 */
record HeadlineMatch(
    int shared,
    int shorter,
    int longer,
    int exchanged,
    int head,
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
    // length[i][j]: longest common subsequence of what follows i and j.
    int[][] length = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        length[i][j] =
            same(left.get(i), right.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    int shared = length[0][0];
    int exchanged = 0;
    int head = 0;
    int gapLeft = 0;
    int gapRight = 0;
    int seen = 0;
    int i = 0;
    int j = 0;
    while (i < n && j < m && seen < shared) {
      if (same(left.get(i), right.get(j))) {
        if (seen == 0) {
          head = Math.min(gapLeft, gapRight);
        } else {
          exchanged += Math.min(gapLeft, gapRight);
        }
        gapLeft = 0;
        gapRight = 0;
        seen++;
        i++;
        j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        gapLeft++;
        i++;
      } else {
        gapRight++;
        j++;
      }
    }
    int restLeft = n - i;
    int restRight = m - j;
    boolean clause = restLeft > restRight ? i < n && a.clauses()[i] : j < m && b.clauses()[j];
    return new HeadlineMatch(
        shared,
        Math.min(n, m),
        Math.max(n, m),
        exchanged,
        head,
        Math.min(restLeft, restRight),
        Math.max(restLeft, restRight) - Math.min(restLeft, restRight),
        clause);
  }

  /** The share of the shorter headline that is shared. */
  double cover() {
    return shorter == 0 ? 0 : (double) shared / shorter;
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
    Set<String> onlyA = new HashSet<>(a.slots());
    onlyA.removeAll(b.slots());
    Set<String> onlyB = new HashSet<>(b.slots());
    onlyB.removeAll(a.slots());
    return !onlyA.isEmpty() && !onlyB.isEmpty();
  }
}
