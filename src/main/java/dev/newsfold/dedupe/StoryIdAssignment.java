package dev.newsfold.dedupe;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.StoryIdClaim;
import java.util.Collection;
import java.util.Comparator;

/**
 * How stories keep their ids from run to run.
 *
 * <p>An earlier story is continued by the story that now holds most of its articles; of several
 * with as many, by the one with the smallest article id among them. A story that continues several
 * takes the id of the one it has most articles of, or else the smallest of their ids; the other ids
 * end. A story that continues none is named by its canonical article, unless an earlier story of
 * that name goes on without it: then by a digest of that name.
 *
 * <p>So no two stories have one id, and ids depend on the stories before and after alone, not on
 * order or parallelism.
 */
public final class StoryIdAssignment {
  private static final Comparator<StoryIdClaim> STRONGEST_FIRST =
      Comparator.comparingLong(StoryIdClaim::getArticles)
          .reversed()
          .thenComparing(StoryIdClaim::getFirst)
          .thenComparing(StoryIdClaim::getStory);

  private static final Comparator<StoryIdClaim> DEAREST_FIRST =
      Comparator.comparingLong(StoryIdClaim::getArticles)
          .reversed()
          .thenComparing(StoryIdClaim::getEarlier);

  private StoryIdAssignment() {}

  /** The claim of a story to an earlier one by an article that was a member of it. */
  public static StoryIdClaim byArticle(String story, String earlier, String articleId) {
    return new StoryIdClaim(story, earlier, 1L, articleId);
  }

  /** The wish of a story to be named by its canonical article. */
  public static StoryIdClaim byName(String story) {
    return new StoryIdClaim(story, story, 0L, story);
  }

  /** What tells the claims of one story to one earlier story from others. */
  public static String keyOf(StoryIdClaim claim) {
    return claim.getEarlier().length() + ":" + claim.getEarlier() + claim.getStory();
  }

  /** The sum of two claims of one story to one earlier story. */
  public static StoryIdClaim plus(StoryIdClaim a, StoryIdClaim b) {
    return new StoryIdClaim(
        a.getStory(),
        a.getEarlier(),
        a.getArticles() + b.getArticles(),
        a.getFirst().compareTo(b.getFirst()) <= 0 ? a.getFirst() : b.getFirst());
  }

  /** Of all claims to one earlier story, the one that it goes to. */
  public static StoryIdClaim heir(Collection<StoryIdClaim> claims) {
    return claims.stream().min(STRONGEST_FIRST).orElseThrow();
  }

  /** The id of a story, by the claims of it that were granted; there may be none. */
  public static String idOf(String story, Collection<StoryIdClaim> granted) {
    return granted.stream()
        .min(DEAREST_FIRST)
        .map(StoryIdClaim::getEarlier)
        .orElseGet(() -> Digests.sha256("story " + story).substring(0, 32));
  }
}
