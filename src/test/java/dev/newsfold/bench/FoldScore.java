package dev.newsfold.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairwise precision and recall of a clustering, as the bench's scorer counts them. */
record FoldScore(double hits, double wrong, double missed) {

  /** Against a complete truth: an article that it does not name is alone. */
  static FoldScore ofClusters(Map<String, String> predicted, Map<String, String> truth) {
    Map<String, Long> ours = new HashMap<>();
    Map<String, Long> theirs = new HashMap<>();
    Map<List<String>, Long> both = new HashMap<>();
    predicted.forEach(
        (id, cluster) -> {
          String expected = truth.getOrDefault(id, "alone " + id);
          ours.merge(cluster, 1L, Long::sum);
          theirs.merge(expected, 1L, Long::sum);
          both.merge(List.of(cluster, expected), 1L, Long::sum);
        });
    long hits = pairs(both);
    return new FoldScore(hits, pairs(ours) - hits, pairs(theirs) - hits);
  }

  /** Against labelled and weighted pairs; only cross-posts against the rest count. */
  static FoldScore ofPairs(Map<String, String> predicted, List<JsonNode> pairs) {
    double hits = 0;
    double wrong = 0;
    double missed = 0;
    for (JsonNode pair : pairs) {
      double weight = pair.path("weight").asDouble(1);
      boolean expected = pair.path("label").asText().equals("cross-post");
      boolean merged =
          predicted
              .getOrDefault(pair.path("a").asText(), "a")
              .equals(predicted.getOrDefault(pair.path("b").asText(), "b"));
      hits += merged && expected ? weight : 0;
      wrong += merged && !expected ? weight : 0;
      missed += !merged && expected ? weight : 0;
    }
    return new FoldScore(hits, wrong, missed);
  }

  double precision() {
    return hits + wrong == 0 ? 1 : hits / (hits + wrong);
  }

  double recall() {
    return hits + missed == 0 ? 1 : hits / (hits + missed);
  }

  double f1() {
    return 2 * precision() * recall() / (precision() + recall());
  }

  private static long pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}
