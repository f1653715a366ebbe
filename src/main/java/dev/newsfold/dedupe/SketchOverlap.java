package dev.newsfold.dedupe;

import java.util.Arrays;

/**
 * What two sketches have in common: counts of sampled shingles, from which the Jaccard similarity
 * and the containment of their bodies are estimated.
 *
 * @param shared of both sides
 * @param left of one
 * @param right of the other
 */
record SketchOverlap(int shared, int left, int right) {
  static final SketchOverlap NONE = new SketchOverlap(0, 0, 0);

  /** Counts where both samples are complete: below the smaller of their last hashes. */
  static SketchOverlap of(Sketch one, Sketch other) {
    int[] lefts = one.hashes();
    int[] rights = other.hashes();
    if (one.unspaced() != other.unspaced() || lefts.length == 0 || rights.length == 0) {
      return NONE;
    }
    int limit = Math.min(limit(one), limit(other));
    int left = 0;
    int right = 0;
    int shared = 0;
    while (left < lefts.length
        && right < rights.length
        && Math.min(lefts[left], rights[right]) <= limit) {
      int order = Integer.compare(lefts[left], rights[right]);
      shared += order == 0 ? 1 : 0;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return new SketchOverlap(shared, atMost(limit, lefts), atMost(limit, rights));
  }

  private static int limit(Sketch sketch) {
    int[] hashes = sketch.hashes();
    return sketch.shingles() > hashes.length ? hashes[hashes.length - 1] : Integer.MAX_VALUE;
  }

  private static int atMost(int limit, int[] hashes) {
    int at = Arrays.binarySearch(hashes, limit);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** Shared shingles over all shingles of both, 0 to 1; 0 where either has none. */
  double jaccard() {
    int union = left + right - shared;
    return union == 0 ? 0 : (double) shared / union;
  }

  double leftInRight() {
    return left == 0 ? 0 : (double) shared / left;
  }

  double rightInLeft() {
    return right == 0 ? 0 : (double) shared / right;
  }
}
