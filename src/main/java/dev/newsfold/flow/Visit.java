package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import org.jspecify.annotations.Nullable;

/**
 * What an article has to do with a comparison.
 *
 * @param member the article itself; null in a plan
 * @param partner id of an article that it visits; null if it is visited itself
 */
record Visit(@Nullable FoldMember member, @Nullable String partner) {
  /** The plan that another article comes. */
  static final Visit EXPECTED = new Visit(null, null);

  static Visit host(FoldMember member) {
    return new Visit(member, null);
  }

  static Visit to(String partner) {
    return new Visit(null, partner);
  }
}
