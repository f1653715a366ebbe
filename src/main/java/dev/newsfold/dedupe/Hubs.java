package dev.newsfold.dedupe;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Articles of a story beside the canonical one against which others may verify. Both verify against
 * the canonical article themselves.
 *
 * @param fullest the first article in the canonical order that shows more of the story than the
 *     canonical one, which is an abridgement or has no body; or, where none has a body, that bears
 *     a shorter headline, with less around it; null if there is none
 * @param central the text that is most like all of them: of many edited copies, the one that was
 *     edited least; null if that is the canonical one's, or there are fewer than three
 */
record Hubs(@Nullable Profile fullest, @Nullable Profile central) {
  /** A text this much longer shows more of the story. */
  private static final double FULLER = 1.2;

  /** From how many articles on there is a middle. */
  private static final int FEW = 3;

  /** The most different texts that are looked at, which bounds time and memory. */
  private static final int MOST_TEXTS = 1000;

  /**
   * Chooses hubs.
   *
   * @param articles in the canonical order, the canonical one first
   */
  static Hubs among(List<Profile> articles) {
    return new Hubs(fullest(articles), central(articles));
  }

  boolean contains(Profile article) {
    return article == fullest || article == central;
  }

  private static @Nullable Profile fullest(List<Profile> articles) {
    Profile canonical = articles.get(0);
    for (Profile article : articles.subList(1, articles.size())) {
      if (article.broken()) {
        if (canonical.broken()
            && article.headline().key().length() < canonical.headline().key().length()
            && articles.stream().allMatch(Profile::broken)) {
          return article;
        }
      } else if (canonical.broken()
          || article.sketch().shingles() > FULLER * canonical.sketch().shingles()) {
        return article;
      }
    }
    return null;
  }

  private static @Nullable Profile central(List<Profile> articles) {
    if (articles.size() < FEW) {
      return null;
    }
    // By digest: identical texts count as often as they are, and are looked at once.
    Map<Long, Profile> texts = new LinkedHashMap<>();
    Map<Long, Integer> copies = new HashMap<>();
    for (Profile article : articles) {
      if (!article.broken()) {
        texts.putIfAbsent(article.sketch().digest(), article);
        copies.merge(article.sketch().digest(), 1, Integer::sum);
      }
    }
    Map<Integer, Integer> frequency = new HashMap<>();
    new TreeMap<>(texts)
        .values().stream()
            .limit(MOST_TEXTS)
            .map(Profile::sketch)
            .forEach(
                sketch -> {
                  int weight = copies.getOrDefault(sketch.digest(), 0);
                  sketch.forEachHash(hash -> frequency.merge(hash, weight, Integer::sum));
                });
    Profile central = null;
    double best = 0;
    for (Profile text : texts.values()) {
      double likeness = text.sketch().meanOf(hash -> frequency.getOrDefault(hash, 0));
      if (likeness > best) {
        best = likeness;
        central = text;
      }
    }
    Profile canonical = articles.get(0);
    boolean own =
        central == null
            || (!canonical.broken() && central.sketch().digest() == canonical.sketch().digest());
    return own ? null : central;
  }
}
