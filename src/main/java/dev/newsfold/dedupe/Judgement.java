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
public record Judgement(
    boolean crossPost, @Nullable Relation relation, double similarity, String evidence) {

  static Judgement accept(Relation relation, double similarity, String evidence) {
    return new Judgement(true, relation, similarity, evidence);
  }

  /** The same judgement, reached with a story's hub in place of its canonical article. */
  Judgement through(String hub) {
    return new Judgement(crossPost, relation, similarity, "with the hub " + hub + ": " + evidence);
  }

  static Judgement refuse(double similarity, String evidence) {
    return new Judgement(false, null, similarity, evidence);
  }
}
