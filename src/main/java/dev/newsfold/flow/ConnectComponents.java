package dev.newsfold.flow;

import java.util.TreeSet;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Labels the nodes of a graph with the smallest node of their component. Nodes that are their own
 * label, and nodes without an edge, are left out.
 *
 * <p>The method is the alternation of large-star and small-star operations of Kiveris et al.,
 * “Connected Components in MapReduce and Beyond”, SoCC 2014. It needs O(log² n) rounds at worst;
 * edges that come from stars, as the fold's do, are done in two or three. The number of rounds is
 * fixed, since a Beam graph has no loops. A component that were not done by then would come out in
 * parts, the same parts in every run.
 */
final class ConnectComponents
    extends PTransform<PCollection<KV<String, String>>, PCollection<KV<String, String>>> {
  private static final int ROUNDS = 4;
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  private final Grouping grouping;

  private ConnectComponents(Grouping grouping) {
    this.grouping = grouping;
  }

  static ConnectComponents with(Grouping grouping) {
    return new ConnectComponents(grouping);
  }

  @Override
  public PCollection<KV<String, String>> expand(PCollection<KV<String, String>> edges) {
    PCollection<KV<String, String>> current = edges;
    for (int round = 1; round <= ROUNDS; round++) {
      current =
          current
              .apply("BothWays" + round, ParDo.of(new BothWaysFn()))
              .setCoder(KvCoder.of(STRING, STRING))
              .apply("Neighbours" + round, grouping.group(STRING))
              .apply("LargeStar" + round, ParDo.of(new LargeStarFn()))
              .setCoder(KvCoder.of(STRING, STRING))
              .apply("Smaller" + round, grouping.group(STRING))
              .apply("SmallStar" + round, ParDo.of(new SmallStarFn()))
              .setCoder(KvCoder.of(STRING, STRING));
    }
    return current.apply("Labels", grouping.merge(STRING, (a, b) -> a.compareTo(b) <= 0 ? a : b));
  }

  private static final class BothWaysFn extends DoFn<KV<String, String>, KV<String, String>> {
    @ProcessElement
    public void process(@Element KV<String, String> edge, OutputReceiver<KV<String, String>> out) {
      out.output(edge);
      out.output(KV.of(edge.getValue(), edge.getKey()));
    }
  }

  /**
   * Links every larger neighbour of a node to the smallest node of its neighbourhood. Edges leave
   * it with the larger node first, as small-star takes them.
   */
  private static final class LargeStarFn
      extends DoFn<KV<String, Iterable<KV<String, String>>>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, String>>> group,
        OutputReceiver<KV<String, String>> out) {
      Grouping.split(group.getValue())
          .forEach(
              (node, neighbours) -> {
                TreeSet<String> all = new TreeSet<>(neighbours);
                String smallest = all.first().compareTo(node) < 0 ? all.first() : node;
                for (String larger : all.tailSet(node, false)) {
                  out.output(KV.of(larger, smallest));
                }
              });
    }
  }

  /** Links a node, and its smaller neighbours, to the smallest of them. */
  private static final class SmallStarFn
      extends DoFn<KV<String, Iterable<KV<String, String>>>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, String>>> group,
        OutputReceiver<KV<String, String>> out) {
      Grouping.split(group.getValue())
          .forEach(
              (node, neighbours) -> {
                TreeSet<String> smaller = new TreeSet<>(neighbours);
                String smallest = smaller.first();
                out.output(KV.of(node, smallest));
                for (String neighbour : smaller.tailSet(smallest, false)) {
                  out.output(KV.of(neighbour, smallest));
                }
              });
    }
  }
}
