package dev.newsfold.dedupe;

import dev.newsfold.records.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes stories of the articles of one connected component.
 *
 * <p>The first article in the canonical order begins a story. The story takes every other article
 * that verifies against it, and then every one that verifies against one of its <i>hubs</i>, which
 * are chosen among those taken ({@link Hubs}). The first article that is left begins the next
 * story, and so on. Hence, whatever the order of arrival:
 *
 * <ul>
 *   <li>a story holds every article, of those that no earlier story holds, that verifies against
 *       its canonical article or a hub;
 *   <li>an article that is alone verifies against no canonical article, no hub and no other article
 *       that is alone;
 *   <li>no member is more than two comparisons away from the canonical article, so that a story
 *       does not drift along a chain of edits.
 * </ul>
 *
 * <p>One exception keeps two texts apart that share a headline with a page that has none: where the
 * canonical article has no body and a hub has, an article with a body must verify against the hub.
 *
 * <p>It takes time by the number of articles and of stories in the component; {@link NearArticles}
 * keeps their product small.
 */
final class StoryAssembly {
  private final List<Profile> profiles;
  private final NearArticles near;
  private final CorpusStatistics statistics;
  private final CrossPostRule rule;
  private final KnownEdges edges;

  private StoryAssembly(Collection<Verified> component, CorpusStatistics statistics) {
    this.statistics = statistics;
    this.rule = CrossPostRule.with(statistics);
    List<FoldMember> ordered = new ArrayList<>(component.size());
    component.forEach(article -> ordered.add(article.member()));
    ordered.sort(CanonicalOrder.among(ordered, statistics));
    this.profiles = ordered.stream().map(rule::profile).toList();
    this.edges = KnownEdges.of(component, ordered);
    this.near = NearArticles.of(profiles, edges);
  }

  /** The stories of a component, in the order of their canonical articles, and their copies. */
  static List<Fold.Folded> of(Collection<Verified> component, CorpusStatistics statistics) {
    return new StoryAssembly(component, statistics).stories();
  }

  private List<Fold.Folded> stories() {
    List<Fold.Folded> stories = new ArrayList<>();
    Set<Integer> left = near.left();
    for (int canonical = 0; canonical < profiles.size(); canonical++) {
      if (left.remove(canonical)) {
        stories.add(storyOf(canonical));
      }
    }
    return stories;
  }

  private Fold.Folded storyOf(int canonical) {
    StoryDraft draft = new StoryDraft(profiles.get(canonical));
    List<Joined> taken = joining(canonical);
    List<Profile> texts = new ArrayList<>();
    texts.add(profiles.get(canonical));
    taken.forEach(joined -> texts.add(profiles.get(joined.article)));
    Hubs hubs = Hubs.among(texts);
    Set<Integer> hubIndices = new HashSet<>();
    for (Joined joined : taken) {
      Profile article = profiles.get(joined.article);
      if (fits(article, joined.match, hubs)) {
        near.left().remove(joined.article);
        draft.add(article, joined.match);
        if (hubs.contains(article)) {
          hubIndices.add(joined.article);
        }
      }
    }
    for (int hub : sorted(hubIndices)) {
      for (Joined joined : joining(hub)) {
        near.left().remove(joined.article);
        draft.add(
            profiles.get(joined.article), joined.match.through(profiles.get(hub).member().id()));
      }
    }
    return draft.folded(statistics);
  }

  private static int[] sorted(Collection<Integer> indices) {
    int[] sorted = indices.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** An article that is in no story yet, and what makes it a cross-post of another. */
  private record Joined(int article, MatchResult match) {}

  /** The articles that are in no story yet and verify against one, in the canonical order. */
  private List<Joined> joining(int one) {
    List<Joined> joining = new ArrayList<>();
    for (int other : near.to(one)) {
      MatchResult match = match(one, other);
      if (match.crossPost()) {
        joining.add(new Joined(other, match));
      }
    }
    return joining;
  }

  private MatchResult match(int one, int other) {
    MatchResult known = edges.between(one, other);
    return known == null ? rule.between(profiles.get(one), profiles.get(other)) : known;
  }

  /** Whether an article that joins by its headline alone has no other body than the hubs have. */
  private boolean fits(Profile article, MatchResult match, Hubs hubs) {
    @Nullable Profile fullest = hubs.fullest();
    return match.relation() != Relation.HEADLINE_ONLY
        || article.broken()
        || fullest == null
        || fullest.broken()
        || fullest == article
        || rule.between(fullest, article).crossPost();
  }
}
