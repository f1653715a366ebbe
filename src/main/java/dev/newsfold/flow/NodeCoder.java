package dev.newsfold.flow;

import dev.newsfold.dedupe.ChangingComponents.Node;
import dev.newsfold.dedupe.NodeKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.jspecify.annotations.Nullable;

/** A node of the graph of cross-posts, field by field in the order of the record. */
final class NodeCoder extends AtomicCoder<Node> {
  private static final ListCoder<NodeKey> KEYS = ListCoder.of(new NodeKeyCoder());
  private static final Coder<@Nullable NodeKey> KEY = NullableCoder.of(new NodeKeyCoder());
  private static final BooleanCoder BOOLEAN = BooleanCoder.of();

  @Override
  public void encode(Node node, OutputStream out) throws IOException {
    KEYS.encode(node.neighbours(), out);
    BOOLEAN.encode(node.givenUp(), out);
    KEY.encode(node.label(), out);
  }

  @Override
  public Node decode(InputStream in) throws IOException {
    return new Node(KEYS.decode(in), BOOLEAN.decode(in), KEY.decode(in));
  }
}
