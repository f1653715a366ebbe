package dev.newsfold.dedupe;

import dev.newsfold.records.Story;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Stories that grow from the articles of one component, in the canonical order and by what the
 * comparisons said. It takes time linear in the articles and their edges.
 *
 * <p>Articles without a body are held by their headlines, which are at hand here: while the stories
 * are few, they are compared with those that no bucket has paired them with.
 */
final class StoryGrowth {
  /** Up to so many stories, articles without a body are held against each. */
  private static final int FEW = 64;

  private final CrossPostRule rule;
  private final Map<String, Verified> articles = new HashMap<>();
  private final Map<String, Map<String, MatchResult>> edges = new HashMap<>();
  private final Map<String, Profile> profiles = new HashMap<>();
  private final List<StoryDraft> drafts = new ArrayList<>();
  private final Map<String, Integer> byCanonical = new HashMap<>();
  private final Map<String, Integer> byHub = new HashMap<>();

  private StoryGrowth(Lore lore) {
    this.rule = CrossPostRule.with(lore);
  }

  /** Stories of a component, fully grown. */
  static StoryGrowth of(Collection<Verified> component, Lore lore) {
    StoryGrowth growth = new StoryGrowth(lore);
    List<FoldMember> ordered = new ArrayList<>(component.size());
    for (Verified article : component) {
      growth.articles.put(article.id(), article);
      ordered.add(article.member());
      for (Edge edge : article.edges()) {
        growth.edge(article.id(), edge.from(), edge.judgement());
        growth.edge(edge.from(), article.id(), edge.judgement());
      }
    }
    ordered.sort(CanonicalOrder.among(ordered, lore));
    ordered.forEach(member -> growth.place(member.id()));
    return growth;
  }

  /** The stories, in the order of their canonical articles. */
  List<Story> stories() {
    List<StoryDraft> left = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      StoryDraft draft = drafts.get(i);
      // A story that began later keeps the canonical article it has.
      if (!draft.alone() || !joinHub(draft.canonical(), i)) {
        left.add(draft);
      }
    }
    Set<String> kept = new HashSet<>();
    return left.stream().map(draft -> draft.story(kept)).toList();
  }

  private void edge(String from, String to, MatchResult judgement) {
    edges.computeIfAbsent(from, k -> new HashMap<>()).put(to, judgement);
  }

  private void place(String id) {
    Verified article = articles.get(id);
    if (article != null && !joinCanonical(article) && !joinHub(article, drafts.size())) {
      byCanonical.put(id, drafts.size());
      drafts.add(new StoryDraft(article));
    }
  }

  private boolean joinCanonical(Verified article) {
    for (int i : near(article, byCanonical)) {
      StoryDraft draft = drafts.get(i);
      MatchResult judgement = between(article, draft.canonical());
      if (judgement != null
          && draft.takes(article, judgement, hub -> between(article, hub) != null)) {
        add(article, judgement, i);
        return true;
      }
    }
    return false;
  }

  /** Joins the first story before {@code end} whose hub takes the article. */
  private boolean joinHub(Verified article, int end) {
    for (int i : near(article, byHub)) {
      Verified hub = i < end ? drafts.get(i).hub() : null;
      MatchResult judgement = hub == null ? null : between(article, hub);
      if (hub != null && judgement != null) {
        add(article, judgement.through(hub.id()), i);
        return true;
      }
    }
    return false;
  }

  /** The stories worth trying, in their order. */
  private Set<Integer> near(Verified article, Map<String, Integer> draftsById) {
    if (article.broken() && draftsById.size() <= FEW) {
      return new TreeSet<>(draftsById.values());
    }
    Set<Integer> near = new TreeSet<>();
    for (String id : edges.getOrDefault(article.id(), Map.of()).keySet()) {
      Integer draft = draftsById.get(id);
      if (draft != null) {
        near.add(draft);
      }
    }
    return near;
  }

  /** What makes two articles cross-posts; null if they are none, or were never compared. */
  private @Nullable MatchResult between(Verified article, Verified other) {
    MatchResult judgement = edges.getOrDefault(article.id(), Map.of()).get(other.id());
    if (judgement != null || !article.broken() || !other.broken()) {
      return judgement;
    }
    MatchResult headlines = rule.between(profile(other), profile(article));
    return headlines.crossPost() ? headlines : null;
  }

  private Profile profile(Verified article) {
    return profiles.computeIfAbsent(article.id(), id -> rule.profile(article.member()));
  }

  private void add(Verified article, MatchResult judgement, int to) {
    if (drafts.get(to).add(article, judgement)) {
      byHub.put(article.id(), to);
    }
  }
}
