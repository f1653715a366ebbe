package dev.newsfold.dedupe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.onefold.Graphs;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Components of any size and shape are those that a plain union-find tells. */
class ComponentsTest {

  static Stream<Graphs.Graph> graphs() {
    return LongStream.rangeClosed(1, 3).boxed().flatMap(seed -> Graphs.of(seed).stream());
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void everyNodeIsNamedAfterTheSmallestOfItsComponent(Graphs.Graph graph) {
    assertThat(labels(graph), equalTo(Graphs.labels(graph)));
  }

  /** The class under test: of each node, the smallest of its component. */
  private static Map<Long, Long> labels(Graphs.Graph graph) {
    Components components = new Components();
    graph.edges().forEach(edge -> components.join(name(edge.one()), name(edge.other())));
    Map<Long, Long> labels = new TreeMap<>();
    for (Graphs.Edge edge : graph.edges()) {
      for (long node : new long[] {edge.one(), edge.other()}) {
        labels.put(node, Long.parseLong(components.root(name(node)), 16));
      }
    }
    return labels;
  }

  /** Of one length, so that names are in the order of the numbers. */
  private static String name(long node) {
    return String.format(Locale.ROOT, "%016x", node);
  }
}
