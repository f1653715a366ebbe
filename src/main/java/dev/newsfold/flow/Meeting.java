package dev.newsfold.flow;

import dev.newsfold.dedupe.FoldMember;
import org.jspecify.annotations.Nullable;

/**
 * What an article is told before it is compared: itself, or of another one that it is paired with.
 *
 * @param article the article itself; null in a plan
 * @param visits id of an article that it is to be sent to; null if it is to be visited, or itself
 */
record Meeting(@Nullable FoldMember article, @Nullable String visits) {
  /** The plan that another article comes. */
  static final Meeting EXPECTED = new Meeting(null, null);

  static Meeting of(FoldMember article) {
    return new Meeting(article, null);
  }

  static Meeting with(String other) {
    return new Meeting(null, other);
  }
}
