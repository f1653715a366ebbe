package dev.newsfold.dedupe;

import dev.newsfold.records.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Whether two articles are cross-posts, and why.
 *
 * @param relation COPY, ABRIDGED or HEADLINE_ONLY; null if they are no cross-posts
 * @param similarity Jaccard similarity of the bodies; for ABRIDGED the containment; without bodies,
 *     of the headlines
 * @param evidence the reasons, in words
 */
public record MatchResult(
    boolean crossPost, @Nullable Relation relation, double similarity, String evidence) {

  static MatchResult accept(Relation relation, double similarity, String evidence) {
    return new MatchResult(true, relation, similarity, evidence);
  }

  static MatchResult refuse(double similarity, String evidence) {
    return new MatchResult(false, null, similarity, evidence);
  }

  /** The same, reached with a story's hub in place of its canonical article. */
  MatchResult through(String hub) {
    return new MatchResult(
        crossPost, relation, similarity, "with the hub " + hub + ": " + evidence);
  }
}
