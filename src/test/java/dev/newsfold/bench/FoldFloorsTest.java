package dev.newsfold.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.records.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FoldFloorsTest {
  private static final Path SETS =
      Path.of(System.getProperty("newsfold.shared", "../shared"), "bench", "fold");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "fold-floors.csv")
  void theFoldKeepsItsFloors(String set, double precision, double recall, double f1)
      throws IOException {
    Path dir = SETS.resolve(set);
    assumeTrue(
        Files.isReadable(dir.resolve("articles.jsonl")),
        "The bench's set " + dir + " is not here; -Dnewsfold.shared=DIR says where it is.");

    FoldScore score = score(dir, clusters(dir));

    assertThat("precision", score.precision(), greaterThanOrEqualTo(precision));
    assertThat("recall", score.recall(), greaterThanOrEqualTo(recall));
    assertThat("F1", score.f1(), greaterThanOrEqualTo(f1));
  }

  private static Map<String, String> clusters(Path dir) throws IOException {
    Map<String, String> clusters = new HashMap<>();
    for (Story story : Fold.fold(FoldSet.read(dir.resolve("articles.jsonl")))) {
      story.getMembers().forEach(member -> clusters.put(member.getArticleId(), story.getId()));
    }
    return clusters;
  }

  private static FoldScore score(Path dir, Map<String, String> clusters) throws IOException {
    Path truth = dir.resolve("clusters.jsonl");
    if (!Files.isReadable(truth)) {
      List<JsonNode> pairs = FoldSet.rows(dir.resolve("pairs.jsonl"));
      return FoldScore.ofPairs(clusters, pairs);
    }
    Map<String, String> expected = new HashMap<>();
    for (JsonNode row : FoldSet.rows(truth)) {
      expected.put(row.path("id").asText(), row.path("cluster").asText());
    }
    return FoldScore.ofClusters(clusters, expected);
  }
}
