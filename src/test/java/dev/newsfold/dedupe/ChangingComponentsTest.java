package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangingComponentsTest {
  private final Map<NodeKey, NodeKey> labels = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void labelsAreThoseOfAllEdgesAtOnceAfterAnyChangesAndRestarts(long seed) {
    Random random = new Random(seed);
    int nodes = 5 + random.nextInt(60);
    Set<List<NodeKey>> edges = new HashSet<>();
    ChangingComponents graph = new ChangingComponents();
    Map<NodeKey, ChangingComponents.Node> kept = new TreeMap<>();
    for (int round = 0; round < 60; round++) {
      double coming = round / 10 % 2 == 0 ? 0.8 : 0.3;
      for (int i = random.nextInt(20); i > 0; i--) {
        if (edges.isEmpty() || random.nextDouble() < coming) {
          List<NodeKey> edge = edge(random.nextInt(nodes), random.nextInt(nodes));
          if (!edge.isEmpty() && edges.add(edge)) {
            graph.join(edge.get(0), edge.get(1));
          }
        } else {
          List<NodeKey> edge = List.copyOf(edges).get(random.nextInt(edges.size()));
          edges.remove(edge);
          graph.part(edge.get(1), edge.get(0));
        }
      }
      apply(graph, kept);
      assertThat("seed " + seed + ", round " + round, labels, equalTo(atOnce(edges)));
      if (random.nextInt(8) == 0) {
        graph = new ChangingComponents();
        kept.forEach(graph::load);
      }
    }
  }

  @Test
  void aComponentIsForgottenOnceAllOfItIsGivenUp() {
    ChangingComponents graph = new ChangingComponents();
    Map<NodeKey, ChangingComponents.Node> kept = new TreeMap<>();
    graph.join(node(1), node(2));
    graph.join(node(2), node(3));
    apply(graph, kept);
    graph.giveUp(node(1), true);
    graph.giveUp(node(2), true);
    apply(graph, kept);
    assertThat("one is left", labels.size(), equalTo(3));
    graph.giveUp(node(2), false);
    graph.giveUp(node(3), true);
    apply(graph, kept);
    assertThat("another one is again", labels.size(), equalTo(3));
    graph.giveUp(node(2), true);
    Set<NodeKey> changed = new HashSet<>();
    List<ChangingComponents.Relabelled> forgotten = List.copyOf(graph.changes(changed));
    assertThat(forgotten.size(), equalTo(3));
    forgotten.forEach(
        node -> {
          assertThat(node.toString(), node.forgotten());
          assertThat(node.after(), nullValue());
          assertThat("nothing is kept of it", graph.node(node.node()), nullValue());
        });
  }

  @Test
  void anEdgeThatGoesAndComesChangesNoLabel() {
    ChangingComponents graph = new ChangingComponents();
    graph.join(node(1), node(2));
    apply(graph, new TreeMap<>());
    graph.part(node(1), node(2));
    graph.join(node(2), node(1));
    assertThat(graph.changes(new HashSet<>()), empty());
  }

  private void apply(ChangingComponents graph, Map<NodeKey, ChangingComponents.Node> kept) {
    Set<NodeKey> changed = new HashSet<>();
    for (ChangingComponents.Relabelled node : graph.changes(changed)) {
      assertThat(node.toString(), labels.get(node.node()), equalTo(node.before()));
      if (node.after() == null) {
        labels.remove(node.node());
      } else {
        labels.put(node.node(), node.after());
      }
    }
    for (NodeKey key : changed) {
      ChangingComponents.Node node = graph.node(key);
      if (node == null) {
        kept.remove(key);
      } else {
        kept.put(key, node);
      }
    }
  }

  private static Map<NodeKey, NodeKey> atOnce(Set<List<NodeKey>> edges) {
    Components components = new Components();
    edges.forEach(edge -> components.join(edge.get(0), edge.get(1)));
    Map<NodeKey, NodeKey> labels = new TreeMap<>();
    components.labels(labels::put);
    return labels;
  }

  private static List<NodeKey> edge(int one, int other) {
    return one == other
        ? List.of()
        : List.of(node(Math.min(one, other)), node(Math.max(one, other)));
  }

  private static NodeKey node(long number) {
    return new NodeKey(Shingles.mix(number), number);
  }
}
