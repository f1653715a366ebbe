package dev.newsfold.flow;

import dev.newsfold.dedupe.NodeKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;

/** A node's key, in sixteen bytes. */
final class NodeKeyCoder extends AtomicCoder<NodeKey> {
  private static final BigEndianLongCoder LONG = BigEndianLongCoder.of();

  @Override
  public void encode(NodeKey key, OutputStream out) throws IOException {
    LONG.encode(key.high(), out);
    LONG.encode(key.low(), out);
  }

  @Override
  public NodeKey decode(InputStream in) throws IOException {
    return new NodeKey(LONG.decode(in), LONG.decode(in));
  }

  @Override
  public void verifyDeterministic() {}
}
