package dev.newsfold.flow;

import dev.newsfold.dedupe.Components;
import dev.newsfold.dedupe.NodeKey;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VoidCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Labels the nodes of a graph with the smallest node of their connected component; nodes without an
 * edge are left out. The keys of all nodes with an edge go through one task, since a component may
 * span any part of the graph; nothing else does, and it holds {@value Components#BYTES_A_NODE}
 * bytes a node at most. Both ends of what comes out are in hexadecimal ({@link NodeKey#hex}).
 */
final class LabelComponents
    extends PTransform<PCollection<KV<NodeKey, NodeKey>>, PCollection<KV<String, String>>> {
  /** The coder of edges. */
  static final KvCoder<NodeKey, NodeKey> EDGES = KvCoder.of(new NodeKeyCoder(), new NodeKeyCoder());

  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  private LabelComponents() {}

  static LabelComponents create() {
    return new LabelComponents();
  }

  @Override
  public PCollection<KV<String, String>> expand(PCollection<KV<NodeKey, NodeKey>> edges) {
    return edges
        .apply(
            "OneKey",
            WithKeys.<Void, KV<NodeKey, NodeKey>>of((Void) null)
                .withKeyType(TypeDescriptors.voids()))
        .setCoder(KvCoder.of(VoidCoder.of(), EDGES))
        .apply("Group", GroupByKey.create())
        .apply("Label", ParDo.of(new LabelFn()))
        .setCoder(KvCoder.of(STRING, STRING));
  }

  private static final class LabelFn
      extends DoFn<KV<Void, Iterable<KV<NodeKey, NodeKey>>>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<Void, Iterable<KV<NodeKey, NodeKey>>> edges,
        OutputReceiver<KV<String, String>> out) {
      Components components = new Components();
      for (KV<NodeKey, NodeKey> edge : edges.getValue()) {
        components.join(edge.getKey(), edge.getValue());
      }
      components.labels((node, label) -> out.output(KV.of(node.hex(), label.hex())));
    }
  }
}
