package dev.newsfold.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsfold.dedupe.Fold;
import dev.newsfold.dedupe.FoldMember;
import dev.newsfold.records.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

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

    atLeast(
        precision, recall, f1, score(dir, clusters(FoldSet.read(dir.resolve("articles.jsonl")))));
  }

  /**
   * One site may print one text under several headlines: its articles are no failed extractions.
   */
  @ParameterizedTest(name = "{0} on one site")
  @CsvSource("sina2018_zh, 0.997, 0.970, 0.985")
  void theFoldKeepsItsFloorsOnOneSite(String set, double precision, double recall, double f1)
      throws IOException {
    Path dir = SETS.resolve(set);
    assumeTrue(
        Files.isReadable(dir.resolve("articles.jsonl")),
        "The bench's set " + dir + " is not here; -Dnewsfold.shared=DIR says where it is.");
    List<FoldMember> members = new ArrayList<>();
    for (FoldMember member : FoldSet.read(dir.resolve("articles.jsonl"))) {
      members.add(FoldSet.at(member, "one.example", "https://one.example/" + members.size()));
    }

    atLeast(precision, recall, f1, score(dir, clusters(members)));
  }

  private static void atLeast(double precision, double recall, double f1, FoldScore score) {
    assertThat("precision", score.precision(), greaterThanOrEqualTo(precision));
    assertThat("recall", score.recall(), greaterThanOrEqualTo(recall));
    assertThat("F1", score.f1(), greaterThanOrEqualTo(f1));
  }

  private static Map<String, String> clusters(List<FoldMember> members) {
    Map<String, String> clusters = new HashMap<>();
    for (Story story : Fold.fold(members)) {
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
