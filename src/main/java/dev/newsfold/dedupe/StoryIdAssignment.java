package dev.newsfold.dedupe;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.StoryIdClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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

  /** So often one article can head a new story while those it headed before go on without it. */
  private static final int WISHES = 4;

  private StoryIdAssignment() {}

  /** The claim of a story to an earlier one by an article that was a member of it. */
  public static StoryIdClaim byArticle(String story, String earlier, String articleId) {
    return new StoryIdClaim(story, earlier, 1L, articleId);
  }

  /**
   * What a story wishes to be named that continues none: by its canonical article; where an earlier
   * story of that name goes on, by a digest of it; where one of that name does too, which was named
   * so for the same reason, by a digest of that, and so on.
   */
  public static List<StoryIdClaim> byName(String story) {
    List<StoryIdClaim> wishes = new ArrayList<>();
    String name = story;
    for (int i = 0; i < WISHES; i++) {
      wishes.add(new StoryIdClaim(story, name, -(long) i, story));
      name = digest(name);
    }
    return wishes;
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
        .orElseGet(() -> digest(story));
  }

  private static String digest(String name) {
    return Digests.sha256("story " + name).substring(0, 32);
  }
}
