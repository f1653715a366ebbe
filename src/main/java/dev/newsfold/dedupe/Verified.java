package dev.newsfold.dedupe;

import java.util.List;

/**
 * An article and the cross-posts that comparisons of pairs have found for it.
 *
 * @param member the article, with its sketch
 * @param edges the articles that verified, in code unit order of their ids; an edge between two
 *     articles need only be told of one of them
 */
public record Verified(FoldMember member, List<Edge> edges) {
  /** Its id. */
  public String id() {
    return member.id();
  }
}
