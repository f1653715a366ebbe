package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** The different values of a column, which its pages name by their places here. */
final class Dictionary {
  private final SchemaElement element;
  private final ByteBuffer bytes;
  private int[] starts = new int[0];

  /**
   * Finds the values.
   *
   * @param count of them
   */
  Dictionary(SchemaElement element, ByteBuffer bytes, int count) throws Damaged {
    this.element = element;
    this.bytes = bytes.slice();
    if (element.getType() == Type.BYTE_ARRAY) {
      // Grown with what is there, since the count may be anything.
      ByteBuffer rest = this.bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < count; i++) {
        starts = i < starts.length ? starts : Arrays.copyOf(starts, 2 * i + 16);
        starts[i] = rest.position();
        PageValues.part(rest, rest.getInt());
      }
      starts = Arrays.copyOf(starts, Math.max(0, count));
    }
  }

  /**
   * The value at a place.
   *
   * @throws RuntimeException if there is none
   */
  Object value(int place) throws Damaged {
    ByteBuffer at = bytes.duplicate();
    at.position(
        element.getType() == Type.BYTE_ARRAY
            ? starts[place]
            : Math.multiplyExact(place, size(element)));
    return PageValues.plain(element, at).next();
  }

  private static int size(SchemaElement element) {
    return switch (element.getType()) {
      case INT32, FLOAT -> Integer.BYTES;
      case INT64, DOUBLE -> Long.BYTES;
      case INT96 -> 12;
      case FIXED_LEN_BYTE_ARRAY -> element.getType_length();
      case BOOLEAN, BYTE_ARRAY -> 1;
    };
  }
}
