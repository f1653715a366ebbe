package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.nio.ByteBuffer;

/**
 * Small numbers in runs, either of one number or packed bit by bit: levels, and places in a
 * dictionary.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Encodings</a>
 */
final class RunLengths {
  private final ByteBuffer rest;
  private final int width;
  private long left;
  private int repeated;
  private boolean isPacked;
  private long packedStart;
  private long bit;

  /**
   * @param width bits of a number, up to 32
   */
  RunLengths(ByteBuffer bytes, int width) throws Damaged {
    if (width < 0 || width > Integer.SIZE) {
      throw ParquetDamage.of("its numbers have " + width + " bits");
    }
    this.rest = bytes;
    this.width = width;
  }

  /** Numbers that are packed bit by bit up to the end. */
  static RunLengths packed(ByteBuffer bytes, int width) throws Damaged {
    RunLengths numbers = new RunLengths(bytes, width);
    numbers.isPacked = true;
    numbers.packedStart = bytes.position();
    numbers.left = 8L * bytes.remaining() / width;
    bytes.position(bytes.limit());
    return numbers;
  }

  /**
   * The next number.
   *
   * @throws RuntimeException if there is none
   */
  int next() throws Damaged {
    while (left == 0) {
      startRun();
    }
    left--;
    return isPacked ? packed() : repeated;
  }

  private void startRun() throws Damaged {
    long header = ParquetDamage.varint(rest);
    isPacked = (header & 1) == 1;
    if (isPacked) {
      long groups = header >>> 1;
      left = Math.multiplyExact(groups, 8L);
      packedStart = rest.position();
      bit = 0;
      // The last run may lack what no number needs.
      long bytes = Math.min(Math.multiplyExact(groups, (long) width), rest.remaining());
      rest.position(rest.position() + (int) bytes);
    } else {
      left = header >>> 1;
      repeated = 0;
      for (int shift = 0; shift < width; shift += 8) {
        repeated |= (rest.get() & 0xff) << shift;
      }
    }
  }

  private int packed() {
    int number = 0;
    for (int i = 0; i < width; i++, bit++) {
      int at = Math.toIntExact(packedStart + (bit >>> 3));
      number |= (rest.get(at) >>> (bit & 7) & 1) << i;
    }
    return number;
  }
}
