package dev.newsfold.flow;

import dev.newsfold.dedupe.ChangingComponents;
import dev.newsfold.dedupe.NodeKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the labels of a stream's articles as edges come and go: one task, which hears of ids alone.
 *
 * <p>The graph lies in the runner's state, and beside it in memory ({@link ChangingComponents}).
 * Both are stamped with the number of rounds so far: memory that is of another time, after a
 * failure, is made anew from the state.
 */
final class LabelInRounds
    extends DoFn<
        KV<String, Iterable<KV<String, Change<KV<NodeKey, NodeKey>>>>>,
        KV<String, Change<String>>> {
  @StateId("nodes")
  private final StateSpec<MapState<NodeKey, ChangingComponents.Node>> nodesSpec =
      StateSpecs.map(new NodeKeyCoder(), new NodeCoder());

  @StateId("rounds")
  private final StateSpec<ValueState<Long>> roundsSpec = StateSpecs.value(VarLongCoder.of());

  private transient @Nullable ChangingComponents memory;
  private transient long roundsOfMemory;

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, Change<KV<NodeKey, NodeKey>>>>> round,
      @StateId("nodes") MapState<NodeKey, ChangingComponents.Node> nodes,
      @StateId("rounds") ValueState<Long> rounds,
      OutputReceiver<KV<String, Change<String>>> out) {
    Long before = rounds.read();
    long number = before == null ? 0 : before;
    ChangingComponents graph = recall(number, nodes);
    apply(round.getValue(), graph);
    Set<NodeKey> changed = new HashSet<>();
    for (ChangingComponents.Relabelled node : graph.changes(changed)) {
      String id = node.node().hex();
      NodeKey was = node.before();
      NodeKey is = node.after();
      if (was != null) {
        out.output(
            KV.of(id, node.forgotten() ? Change.forgotten(was.hex()) : Change.removed(was.hex())));
      }
      if (is != null) {
        out.output(KV.of(id, Change.added(is.hex())));
      }
    }
    for (NodeKey key : changed) {
      ChangingComponents.Node node = graph.node(key);
      if (node == null) {
        nodes.remove(key);
      } else {
        nodes.put(key, node);
      }
    }
    roundsOfMemory = number + 1;
    rounds.write(roundsOfMemory);
  }

  private static void apply(
      Iterable<KV<String, Change<KV<NodeKey, NodeKey>>>> changes, ChangingComponents graph) {
    // Edges that go and come in one round, since what is said of them has changed, stay.
    Map<KV<NodeKey, NodeKey>, Integer> more = new HashMap<>();
    Set<NodeKey> givenUp = new HashSet<>();
    for (KV<String, Change<KV<NodeKey, NodeKey>>> item : changes) {
      Change<KV<NodeKey, NodeKey>> change = item.getValue();
      KV<NodeKey, NodeKey> edge = change.value();
      boolean node = edge.getKey().equals(edge.getValue());
      if (change.kind() != Change.Kind.FORGOTTEN) {
        more.merge(edge, change.kind() == Change.Kind.ADDED ? 1 : -1, Integer::sum);
      } else if (node) {
        givenUp.add(edge.getKey());
      }
    }
    more.forEach(
        (edge, number) -> {
          boolean node = edge.getKey().equals(edge.getValue());
          if (!node && number > 0) {
            graph.join(edge.getKey(), edge.getValue());
          } else if (!node && number < 0) {
            graph.part(edge.getKey(), edge.getValue());
          } else if (node && number > 0) {
            givenUp.remove(edge.getKey());
          }
        });
    more.forEach(
        (edge, number) -> {
          if (number > 0 && edge.getKey().equals(edge.getValue())) {
            graph.giveUp(edge.getKey(), false);
          }
        });
    givenUp.forEach(key -> graph.giveUp(key, true));
  }

  private ChangingComponents recall(long rounds, MapState<NodeKey, ChangingComponents.Node> nodes) {
    ChangingComponents known = memory;
    if (known != null && rounds == roundsOfMemory) {
      return known;
    }
    ChangingComponents made = new ChangingComponents();
    nodes.entries().read().forEach(node -> made.load(node.getKey(), node.getValue()));
    memory = made;
    return made;
  }
}
