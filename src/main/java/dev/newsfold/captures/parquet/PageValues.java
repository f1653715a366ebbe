package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/** The values of a page that are there, one by one. */
interface PageValues {
  /**
   * The next value: a {@code ByteBuffer}, {@code Long}, {@code Double} or {@code Boolean}.
   *
   * @throws RuntimeException if there is none
   */
  Object next() throws Damaged;

  /**
   * The values of a data page.
   *
   * @param bytes where they start, behind the levels
   * @param count of the values and nulls of the page
   * @param dictionary of the column in this group of rows, if it has one
   */
  static PageValues of(
      SchemaElement element,
      Encoding encoding,
      ByteBuffer bytes,
      int count,
      @Nullable Dictionary dictionary)
      throws Damaged {
    ByteBuffer rest = bytes.slice();
    return switch (encoding) {
      case PLAIN -> plain(element, rest);
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> named(rest, dictionary);
      case DELTA_BINARY_PACKED -> {
        long[] numbers = DeltaNumbers.read(rest, count);
        boolean narrow = element.getType() == Type.INT32;
        Counter at = new Counter();
        yield () -> narrow ? (long) (int) numbers[at.next()] : numbers[at.next()];
      }
      case RLE -> {
        // Behind their length, as only true and false are.
        RunLengths bits = new RunLengths(rest.slice(Integer.BYTES, rest.remaining() - 4), 1);
        yield () -> bits.next() == 1;
      }
      case DELTA_LENGTH_BYTE_ARRAY -> measured(rest, count);
      case DELTA_BYTE_ARRAY -> prefixed(rest, count);
      default -> throw ParquetDamage.of("values are encoded as " + encoding + ", not read here");
    };
  }

  /** Values as they are, one behind the other. */
  static PageValues plain(SchemaElement element, ByteBuffer bytes) throws Damaged {
    ByteBuffer rest = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    return switch (element.getType()) {
      case BYTE_ARRAY -> () -> part(rest, rest.getInt());
      case FIXED_LEN_BYTE_ARRAY -> {
        int length = element.getType_length();
        if (length < 1) {
          throw ParquetDamage.of("values have " + length + " bytes");
        }
        yield () -> part(rest, length);
      }
      case INT96 -> () -> part(rest, 12);
      case INT64 -> rest::getLong;
      case INT32 -> () -> (long) rest.getInt();
      case DOUBLE -> rest::getDouble;
      case FLOAT -> () -> (double) rest.getFloat();
      case BOOLEAN -> {
        RunLengths bits = RunLengths.packed(rest, 1);
        yield () -> bits.next() == 1;
      }
    };
  }

  /** The next bytes, which are passed. */
  static ByteBuffer part(ByteBuffer rest, long length) throws Damaged {
    if (length < 0 || length > rest.remaining()) {
      throw ParquetDamage.of("a value is said to have " + length + " bytes");
    }
    ByteBuffer part = rest.slice(rest.position(), (int) length);
    rest.position(rest.position() + (int) length);
    return part;
  }

  private static PageValues named(ByteBuffer rest, @Nullable Dictionary dictionary) throws Damaged {
    if (dictionary == null) {
      throw ParquetDamage.of("a page goes by a dictionary that is not there");
    }
    RunLengths places = new RunLengths(rest.slice(1, rest.remaining() - 1), rest.get(0));
    return () -> dictionary.value(places.next());
  }

  /** Bytes behind all their lengths. */
  private static PageValues measured(ByteBuffer rest, int count) throws Damaged {
    long[] lengths = DeltaNumbers.read(rest, count);
    Counter at = new Counter();
    return () -> part(rest, lengths[at.next()]);
  }

  /** Bytes of which those are left out that the value before starts with. */
  private static PageValues prefixed(ByteBuffer rest, int count) throws Damaged {
    long[] shared = DeltaNumbers.read(rest, count);
    PageValues suffixes = measured(rest, count);
    Counter at = new Counter();
    return new PageValues() {
      private ByteBuffer before = ByteBuffer.allocate(0);

      @Override
      public Object next() throws Damaged {
        ByteBuffer prefix = part(before.duplicate(), shared[at.next()]);
        ByteBuffer suffix = (ByteBuffer) suffixes.next();
        ByteBuffer value = ByteBuffer.allocate(prefix.remaining() + suffix.remaining());
        before = value.put(prefix).put(suffix).flip();
        return before.duplicate();
      }
    };
  }

  /** Counts from 0. */
  final class Counter {
    private int at;

    private int next() {
      return at++;
    }
  }
}
