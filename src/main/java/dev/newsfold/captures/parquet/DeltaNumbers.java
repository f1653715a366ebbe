package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.nio.ByteBuffer;

/**
 * Numbers told by how much each is larger than the one before (DELTA_BINARY_PACKED).
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Encodings</a>
 */
final class DeltaNumbers {
  /** So many numbers of a page are held at once. */
  private static final int MAX = 1 << 22;

  private final ByteBuffer rest;
  private final long[] numbers;
  private int count;

  private DeltaNumbers(ByteBuffer rest, int numbers) {
    this.rest = rest;
    this.numbers = new long[numbers];
  }

  /**
   * Reads all numbers of a page, and leaves what stands behind them.
   *
   * @param max how many values the page has
   */
  static long[] read(ByteBuffer bytes, int max) throws Damaged {
    long block = ParquetDamage.varint(bytes);
    long parts = ParquetDamage.varint(bytes);
    long count = ParquetDamage.varint(bytes);
    boolean possible = block > 0 && block <= MAX && parts > 0 && block % parts == 0;
    if (!possible || count < 0 || count > Math.min(max, MAX)) {
      throw ParquetDamage.of("a page is said to have " + count + " numbers");
    }
    DeltaNumbers read = new DeltaNumbers(bytes, (int) count);
    read.add(signed(bytes));
    while (read.count < count) {
      read.readBlock((int) parts, (int) (block / parts));
    }
    return read.numbers;
  }

  private void readBlock(int parts, int perPart) throws Damaged {
    long least = signed(rest);
    byte[] widths = new byte[parts];
    rest.get(widths);
    for (int part = 0; part < parts && count < numbers.length; part++) {
      int width = widths[part];
      if (width < 0 || width > Long.SIZE) {
        throw ParquetDamage.of("its numbers have " + width + " bits");
      }
      int start = rest.position();
      long bytes = ((long) perPart * width + 7) / 8;
      rest.position(start + (int) Math.min(bytes, rest.remaining()));
      long bit = 0;
      for (int i = 0; i < perPart && count < numbers.length; i++) {
        long more = 0;
        for (int b = 0; b < width; b++, bit++) {
          more |= (rest.get(start + (int) (bit >>> 3)) >>> (bit & 7) & 1L) << b;
        }
        add(numbers[count - 1] + least + more);
      }
    }
  }

  private void add(long number) {
    if (count < numbers.length) {
      numbers[count++] = number;
    }
  }

  /** A number whose last bit is its sign. */
  private static long signed(ByteBuffer bytes) throws Damaged {
    long bits = ParquetDamage.varint(bytes);
    return (bits >>> 1) ^ -(bits & 1);
  }
}
