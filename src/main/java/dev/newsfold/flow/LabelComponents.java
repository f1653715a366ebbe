package dev.newsfold.flow;

import dev.newsfold.dedupe.Components;
import dev.newsfold.dedupe.Edge;
import dev.newsfold.dedupe.NodeKey;
import dev.newsfold.dedupe.Verified;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Labels articles with the smallest node of their connected component; articles without an edge are
 * left out. The ids of all articles that were compared go through one task, since a component may
 * span any part of the graph; nothing else does. In a batch it holds {@value
 * Components#BYTES_A_NODE} bytes an article at most. Articles and labels are told in hexadecimal
 * ({@link NodeKey#hex}).
 */
final class LabelComponents
    extends PTransform<PCollection<Change<Verified>>, PCollection<KV<String, Change<String>>>> {
  /** Ends of an edge; an edge from an article to itself says that the article is there. */
  static final KvCoder<NodeKey, NodeKey> EDGE = KvCoder.of(new NodeKeyCoder(), new NodeKeyCoder());

  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  private final Grouping grouping;

  private LabelComponents(Grouping grouping) {
    this.grouping = grouping;
  }

  static LabelComponents with(Grouping grouping) {
    return new LabelComponents(grouping);
  }

  @Override
  public PCollection<KV<String, Change<String>>> expand(PCollection<Change<Verified>> compared) {
    return compared
        .apply("Edges", ParDo.of(new EdgesFn(grouping.isInRounds())))
        .setCoder(KvCoder.of(STRING, ChangeCoder.of(EDGE)))
        .apply("Graph", grouping.group(ChangeCoder.of(EDGE)))
        .apply(
            "Label",
            grouping.isInRounds() ? ParDo.of(new LabelInRounds()) : ParDo.of(new LabelFn()))
        .setCoder(KvCoder.of(STRING, ChangeCoder.of(STRING)));
  }

  private static final class EdgesFn
      extends DoFn<Change<Verified>, KV<String, Change<KV<NodeKey, NodeKey>>>> {
    private final boolean nodes;

    private EdgesFn(boolean nodes) {
      this.nodes = nodes;
    }

    @ProcessElement
    public void process(
        @Element Change<Verified> compared,
        OutputReceiver<KV<String, Change<KV<NodeKey, NodeKey>>>> out) {
      NodeKey node = NodeKey.of(compared.value().id());
      for (Edge edge : compared.value().edges()) {
        // In one direction only: which of the two is the later one may change.
        NodeKey from = NodeKey.of(edge.from());
        boolean first = from.compareTo(node) < 0;
        out.output(KV.of("", compared.of(first ? KV.of(from, node) : KV.of(node, from))));
      }
      if (nodes) {
        out.output(KV.of("", compared.of(KV.of(node, node))));
      }
    }
  }

  private static final class LabelFn
      extends DoFn<
          KV<String, Iterable<KV<String, Change<KV<NodeKey, NodeKey>>>>>,
          KV<String, Change<String>>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, Change<KV<NodeKey, NodeKey>>>>> edges,
        OutputReceiver<KV<String, Change<String>>> out) {
      Components components = new Components();
      for (KV<String, Change<KV<NodeKey, NodeKey>>> edge : edges.getValue()) {
        KV<NodeKey, NodeKey> ends = edge.getValue().value();
        components.join(ends.getKey(), ends.getValue());
      }
      components.labels((node, label) -> out.output(KV.of(node.hex(), Change.added(label.hex()))));
    }
  }
}
