package dev.newsfold.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.util.VarInt;
import org.jspecify.annotations.Nullable;

/**
 * Items of a shard, one behind another, each after the hash of its key (four bytes) and its length
 * (a {@link VarInt}); or where in a {@link SpillFile} they lie.
 *
 * @param bytes the items themselves; null if they lie in the file
 * @param offset in the file
 * @param length in bytes
 */
record Block(byte @Nullable [] bytes, long offset, int length) {

  /** A block that is held in memory. */
  static Block of(byte[] bytes) {
    return new Block(bytes, 0, bytes.length);
  }

  /** Appends what stands ahead of an item to the bytes of a block. */
  static void appendHead(int hash, int length, ByteArrayOutputStream block) throws IOException {
    for (int shift = 24; shift >= 0; shift -= 8) {
      block.write(hash >>> shift);
    }
    VarInt.encode(length, block);
  }

  static final class BlockCoder extends AtomicCoder<Block> {
    private static final VarLongCoder LONG = VarLongCoder.of();
    private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

    /** An offset where there is none. */
    private static final long IN_MEMORY = -1;

    @Override
    public void encode(Block block, OutputStream out) throws IOException {
      byte[] bytes = block.bytes();
      if (bytes != null) {
        LONG.encode(IN_MEMORY, out);
        BYTES.encode(bytes, out);
      } else {
        LONG.encode(block.offset(), out);
        VarInt.encode(block.length(), out);
      }
    }

    @Override
    public Block decode(InputStream in) throws IOException {
      long offset = LONG.decode(in);
      return offset == IN_MEMORY
          ? of(BYTES.decode(in))
          : new Block(null, offset, VarInt.decodeInt(in));
    }
  }
}
