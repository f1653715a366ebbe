package dev.newsfold.dedupe;

import java.util.List;

/**
 * An article that was compared with all that a bucket had paired it with, and needs its sketch no
 * more: a story is made of these.
 *
 * @param member the article, without its sketch
 * @param broken whether there was no body to compare
 * @param shingles number of different shingles in the body
 * @param headlineLength length of the headline key; told of an article without a body only
 * @param edges the articles that verified, in code unit order of their ids
 */
public record Verified(
    FoldMember member, boolean broken, int shingles, int headlineLength, List<Edge> edges) {

  /** An article that nothing was paired with, or before it was compared. */
  static Verified of(Profile profile, List<Edge> edges) {
    return new Verified(
        profile.member().withoutSketch(),
        profile.broken(),
        profile.sketch().shingles(),
        profile.broken() ? profile.headline().key().length() : 0,
        edges);
  }

  /** Its id. */
  public String id() {
    return member.id();
  }
}
