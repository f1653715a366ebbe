package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Components of graphs of any shape, against labels that spread from neighbour to neighbour. */
class ComponentsTest {
  private enum Shape {
    CHAIN,
    STAR,
    GRID,
    CLIQUES,
    RANDOM
  }

  private record Edge(int from, int to) {}

  @ParameterizedTest
  @EnumSource(Shape.class)
  void labelsAreThoseOfAPlainSpreadOfLabels(Shape shape) {
    for (int seed = 0; seed < 8; seed++) {
      List<Edge> edges = edges(shape, 30 + 97 * seed, new Random(seed));
      Collections.shuffle(edges, new Random(seed));
      Components components = new Components();
      edges.forEach(edge -> components.join(key(edge.from), key(edge.to)));
      Map<NodeKey, NodeKey> labels = new HashMap<>();
      components.labels(
          (node, label) -> assertThat("each node once", labels.put(node, label) == null));
      assertThat(shape + ", seed " + seed, labels, equalTo(spread(edges)));
    }
  }

  @Test
  void takesNoMoreMemoryThanItSays() {
    Components components = new Components();
    for (int nodes = 2; nodes < 300_000; nodes++) {
      components.join(key(nodes - 1), key(nodes));
      if (nodes > 2_000) {
        // While arrays grow, one of the old ones is there beside the new ones.
        long most = (long) Components.BYTES_A_NODE * components.size();
        assertThat(components.bytes() * 3 / 2, lessThanOrEqualTo(most));
      }
    }
  }

  @Test
  void idsOfOursAreTheirOwnKeys() {
    String id = "00ff00000000000000000000000000ab";
    assertThat(NodeKey.of(id).hex(), equalTo(id));
    assertThat(NodeKey.of(id.toUpperCase(java.util.Locale.ROOT)).hex().equals(id), equalTo(false));
  }

  private static NodeKey key(int node) {
    return NodeKey.of("article-" + node);
  }

  private static List<Edge> edges(Shape shape, int nodes, Random random) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < nodes; i++) {
      switch (shape) {
        case CHAIN -> edges.add(new Edge(i - 1, i));
        case STAR -> edges.add(new Edge(i % 3, i));
        case GRID -> {
          if (i % 20 != 0) {
            edges.add(new Edge(i - 1, i));
          }
          if (i >= 20) {
            edges.add(new Edge(i - 20, i));
          }
        }
        case CLIQUES -> {
          for (int j = i - i % 7; j < i; j++) {
            edges.add(new Edge(j, i));
          }
        }
        case RANDOM -> edges.add(new Edge(random.nextInt(nodes), random.nextInt(nodes)));
      }
    }
    return edges;
  }

  /**
   * The smallest key reachable from each node, found by passing labels on until nothing changes.
   */
  private static Map<NodeKey, NodeKey> spread(List<Edge> edges) {
    Map<NodeKey, TreeSet<NodeKey>> neighbours = new TreeMap<>();
    for (Edge edge : edges) {
      neighbours.computeIfAbsent(key(edge.from), k -> new TreeSet<>()).add(key(edge.to));
      neighbours.computeIfAbsent(key(edge.to), k -> new TreeSet<>()).add(key(edge.from));
    }
    Map<NodeKey, NodeKey> labels = new HashMap<>();
    neighbours.keySet().forEach(node -> labels.put(node, node));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<NodeKey, TreeSet<NodeKey>> node : neighbours.entrySet()) {
        for (NodeKey neighbour : node.getValue()) {
          NodeKey other = labels.getOrDefault(neighbour, neighbour);
          if (other.compareTo(labels.getOrDefault(node.getKey(), node.getKey())) < 0) {
            labels.put(node.getKey(), other);
            changed = true;
          }
        }
      }
    }
    return labels;
  }
}
