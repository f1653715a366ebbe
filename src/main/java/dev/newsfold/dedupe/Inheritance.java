package dev.newsfold.dedupe;

import dev.newsfold.captures.Digests;
import dev.newsfold.records.Claim;
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
public final class Inheritance {
  private static final Comparator<Claim> STRONGEST_FIRST =
      Comparator.comparingLong(Claim::getArticles)
          .reversed()
          .thenComparing(Claim::getFirst)
          .thenComparing(Claim::getStory);

  private static final Comparator<Claim> DEAREST_FIRST =
      Comparator.comparingLong(Claim::getArticles).reversed().thenComparing(Claim::getEarlier);

  private Inheritance() {}

  /** The claim of a story to an earlier one by an article that was a member of it. */
  public static Claim byArticle(String story, String earlier, String articleId) {
    return new Claim(story, earlier, 1L, articleId);
  }

  /** The wish of a story to be named by its canonical article. */
  public static Claim byName(String story) {
    return new Claim(story, story, 0L, story);
  }

  /** What tells the claims of one story to one earlier story from others. */
  public static String keyOf(Claim claim) {
    return claim.getEarlier().length() + ":" + claim.getEarlier() + claim.getStory();
  }

  /** The sum of two claims of one story to one earlier story. */
  public static Claim plus(Claim a, Claim b) {
    return new Claim(
        a.getStory(),
        a.getEarlier(),
        a.getArticles() + b.getArticles(),
        a.getFirst().compareTo(b.getFirst()) <= 0 ? a.getFirst() : b.getFirst());
  }

  /** Of all claims to one earlier story, the one that it goes to. */
  public static Claim heir(Collection<Claim> claims) {
    return claims.stream().min(STRONGEST_FIRST).orElseThrow();
  }

  /** The id of a story, by the claims of it that were granted; there may be none. */
  public static String idOf(String story, Collection<Claim> granted) {
    return granted.stream()
        .min(DEAREST_FIRST)
        .map(Claim::getEarlier)
        .orElseGet(() -> Digests.sha256("story " + story).substring(0, 32));
  }
}
