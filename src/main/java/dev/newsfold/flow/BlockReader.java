package dev.newsfold.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.util.VarInt;

/** Reads the items of a {@link Block} one by one. */
final class BlockReader {
  private final ByteBuffer bytes;
  private int hash;
  private int start;
  private int length;

  BlockReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /** Whether all items have been read. */
  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }

  /** Goes to the next item. */
  void next() throws IOException {
    hash = bytes.getInt();
    ByteArrayInputStream rest =
        new ByteArrayInputStream(bytes.array(), bytes.position(), bytes.remaining());
    length = VarInt.decodeInt(rest);
    start = bytes.limit() - rest.available();
    bytes.position(start + length);
  }

  /** The hash of the item's key. */
  int hash() {
    return hash;
  }

  /** Where the item begins in the bytes. */
  int start() {
    return start;
  }

  /** How many bytes the item takes. */
  int length() {
    return length;
  }

  /** The item, encoded. */
  ByteArrayInputStream item() {
    return new ByteArrayInputStream(bytes.array(), start, length);
  }
}
