package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.nio.ByteBuffer;

/** How a Parquet file is broken. */
final class ParquetDamage {
  private ParquetDamage() {}

  static Damaged of(String why) {
    return new Damaged(Reason.CONTAINER_CORRUPT, "a Parquet file that is broken: " + why);
  }

  /**
   * A number of 64 bits in groups of seven, the lowest first.
   *
   * @throws java.nio.BufferUnderflowException if it does not end
   */
  static long varint(ByteBuffer rest) throws Damaged {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = rest.get();
      bits |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return bits;
      }
    }
    throw of("a number has no end");
  }
}
