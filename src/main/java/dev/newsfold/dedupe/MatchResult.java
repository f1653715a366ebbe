package dev.newsfold.dedupe;

import dev.newsfold.records.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Whether two articles are cross-posts, and why.
 *
 * @param relation COPY, ABRIDGED or HEADLINE_ONLY; null if they are no cross-posts
 * @param similarity Jaccard similarity of the bodies; for ABRIDGED the containment; without bodies,
 *     of the headlines
 * @param fuller which of the two has the fuller text; {@link Fuller#NEITHER} unless one abridges
 *     the other
 * @param evidence the reasons, in words
 */
public record MatchResult(
    boolean crossPost,
    @Nullable Relation relation,
    double similarity,
    Fuller fuller,
    String evidence) {

  /** A side of a pair, by the order in which its articles were given. */
  public enum Fuller {
    NEITHER,
    LEFT,
    RIGHT
  }

  /** A result that does not tell which text is the fuller one. */
  public MatchResult(
      boolean crossPost, @Nullable Relation relation, double similarity, String evidence) {
    this(crossPost, relation, similarity, Fuller.NEITHER, evidence);
  }

  static MatchResult accept(Relation relation, double similarity, String evidence) {
    return new MatchResult(true, relation, similarity, evidence);
  }

  static MatchResult refuse(double similarity, String evidence) {
    return new MatchResult(false, null, similarity, evidence);
  }

  /** The same of the two articles in the other order. */
  public MatchResult turned() {
    return switch (fuller) {
      case NEITHER -> this;
      case LEFT -> with(Fuller.RIGHT);
      case RIGHT -> with(Fuller.LEFT);
    };
  }

  /** The same, reached with a story's hub in place of its canonical article. */
  MatchResult through(String hub) {
    return new MatchResult(
        crossPost, relation, similarity, fuller, "with the hub " + hub + ": " + evidence);
  }

  MatchResult with(Fuller side) {
    return new MatchResult(crossPost, relation, similarity, side, evidence);
  }
}
