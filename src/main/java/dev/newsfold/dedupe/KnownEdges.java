package dev.newsfold.dedupe;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cross-posts within a component that were found already, by the places of the articles. */
final class KnownEdges {
  private final List<Map<Integer, MatchResult>> byArticle;

  private KnownEdges(List<Map<Integer, MatchResult>> byArticle) {
    this.byArticle = byArticle;
  }

  /**
   * The edges of a component.
   *
   * @param ordered its articles, in the order that gives each its place
   */
  static KnownEdges of(Collection<Verified> component, List<FoldMember> ordered) {
    Map<String, Integer> places = new HashMap<>();
    for (FoldMember member : ordered) {
      places.put(member.id(), places.size());
    }
    List<Map<Integer, MatchResult>> edges =
        ordered.stream().<Map<Integer, MatchResult>>map(member -> new HashMap<>(4)).toList();
    for (Verified article : component) {
      Integer to = places.get(article.id());
      for (Edge edge : article.edges()) {
        Integer from = places.get(edge.from());
        if (from != null && to != null) {
          edges.get(from).put(to, edge.match());
          edges.get(to).put(from, edge.match());
        }
      }
    }
    return new KnownEdges(edges);
  }

  /** How two articles compare; null if that is not known. */
  @Nullable MatchResult between(int one, int other) {
    return byArticle.get(one).get(other);
  }

  /** The articles that are known to verify against one. */
  Collection<Integer> of(int one) {
    return byArticle.get(one).keySet();
  }
}
