package dev.newsfold.flow;

import java.util.TreeSet;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
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
  private static final KvCoder<String, String> EDGE =
      KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of());

  private ConnectComponents() {}

  static ConnectComponents create() {
    return new ConnectComponents();
  }

  @Override
  public PCollection<KV<String, String>> expand(PCollection<KV<String, String>> edges) {
    PCollection<KV<String, String>> current = edges;
    for (int round = 1; round <= ROUNDS; round++) {
      current =
          current
              .apply("BothWays" + round, ParDo.of(new BothWaysFn()))
              .setCoder(EDGE)
              .apply("Neighbours" + round, GroupByKey.create())
              .apply("LargeStar" + round, ParDo.of(new LargeStarFn()))
              .setCoder(EDGE)
              .apply("Downwards" + round, ParDo.of(new DownwardsFn()))
              .setCoder(EDGE)
              .apply("Smaller" + round, GroupByKey.create())
              .apply("SmallStar" + round, ParDo.of(new SmallStarFn()))
              .setCoder(EDGE);
    }
    return current
        .apply("Labels", GroupByKey.create())
        .apply("Smallest", ParDo.of(new SmallestFn()))
        .setCoder(EDGE);
  }

  private static final class BothWaysFn extends DoFn<KV<String, String>, KV<String, String>> {
    @ProcessElement
    public void process(@Element KV<String, String> edge, OutputReceiver<KV<String, String>> out) {
      out.output(edge);
      out.output(KV.of(edge.getValue(), edge.getKey()));
    }
  }

  /** Links every larger neighbour of a node to the smallest node of its neighbourhood. */
  private static final class LargeStarFn
      extends DoFn<KV<String, Iterable<String>>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<String>> star, OutputReceiver<KV<String, String>> out) {
      String node = star.getKey();
      TreeSet<String> neighbours = new TreeSet<>();
      star.getValue().forEach(neighbours::add);
      String smallest = neighbours.first().compareTo(node) < 0 ? neighbours.first() : node;
      for (String larger : neighbours.tailSet(node, false)) {
        out.output(KV.of(larger, smallest));
      }
    }
  }

  private static final class DownwardsFn extends DoFn<KV<String, String>, KV<String, String>> {
    @ProcessElement
    public void process(@Element KV<String, String> edge, OutputReceiver<KV<String, String>> out) {
      boolean down = edge.getKey().compareTo(edge.getValue()) > 0;
      out.output(down ? edge : KV.of(edge.getValue(), edge.getKey()));
    }
  }

  /** Links a node, and its smaller neighbours, to the smallest of them. */
  private static final class SmallStarFn
      extends DoFn<KV<String, Iterable<String>>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<String>> star, OutputReceiver<KV<String, String>> out) {
      TreeSet<String> smaller = new TreeSet<>();
      star.getValue().forEach(smaller::add);
      String smallest = smaller.first();
      out.output(KV.of(star.getKey(), smallest));
      for (String neighbour : smaller.tailSet(smallest, false)) {
        out.output(KV.of(neighbour, smallest));
      }
    }
  }

  private static final class SmallestFn
      extends DoFn<KV<String, Iterable<String>>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<String>> node, OutputReceiver<KV<String, String>> out) {
      String smallest = null;
      for (String label : node.getValue()) {
        smallest = smallest == null || label.compareTo(smallest) < 0 ? label : smallest;
      }
      out.output(KV.of(node.getKey(), smallest));
    }
  }
}
