package dev.newsfold.captures;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Walks a value in Avro's binary encoding without taking anything out of it, to see whether it fits
 * its schema to the last byte. A reader trusts the lengths it finds and sets memory aside for them,
 * gigabytes where a hostile value says so; after this walk they are known to be there.
 */
public final class AvroBounds {
  private static final int MAX_VARINT_BYTES = 10;

  /** A schema may refer to itself. */
  private static final int MAX_DEPTH = 64;

  /** Items that take no bytes could be any number. */
  private static final int MAX_EMPTY_ITEMS = 10_000;

  private AvroBounds() {}

  /** Whether {@code bytes}, all of them, are one value of {@code schema}. */
  static boolean fits(Schema schema, ByteBuffer bytes) {
    ByteBuffer rest = bytes.duplicate();
    return skip(schema, rest) && !rest.hasRemaining();
  }

  /** Passes one value; false if it does not fit into what is left. */
  public static boolean skip(Schema schema, ByteBuffer rest) {
    return skip(schema, rest, 0);
  }

  private static boolean skip(Schema schema, ByteBuffer rest, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    return switch (schema.getType()) {
      case NULL -> true;
      case BOOLEAN -> skipBytes(1, rest);
      case INT, LONG -> number(rest) != Long.MIN_VALUE;
      case FLOAT -> skipBytes(Float.BYTES, rest);
      case DOUBLE -> skipBytes(Double.BYTES, rest);
      case FIXED -> skipBytes(schema.getFixedSize(), rest);
      case BYTES, STRING -> skipBytes(number(rest), rest);
      case ENUM -> isIndex(number(rest), schema.getEnumSymbols());
      case UNION -> skipBranch(schema.getTypes(), rest, depth);
      case RECORD ->
          schema.getFields().stream().allMatch(field -> skip(field.schema(), rest, depth + 1));
      case ARRAY -> skipItems(schema.getElementType(), false, rest, depth);
      case MAP -> skipItems(schema.getValueType(), true, rest, depth);
    };
  }

  private static boolean skipBranch(List<Schema> types, ByteBuffer rest, int depth) {
    long branch = number(rest);
    return isIndex(branch, types) && skip(types.get((int) branch), rest, depth);
  }

  /** Items come in blocks; a negative count has the block's length in bytes behind it. */
  private static boolean skipItems(Schema item, boolean keyed, ByteBuffer rest, int depth) {
    long empty = 0;
    long count = number(rest);
    while (count != 0) {
      if (count == Long.MIN_VALUE || count < 0 && number(rest) < 0) {
        return false;
      }
      for (long i = Math.abs(count); i > 0; i--) {
        int before = rest.position();
        if (keyed && !skipBytes(number(rest), rest) || !skip(item, rest, depth + 1)) {
          return false;
        }
        empty += rest.position() == before ? 1 : 0;
        if (empty > MAX_EMPTY_ITEMS) {
          return false;
        }
      }
      count = number(rest);
    }
    return true;
  }

  private static boolean isIndex(long index, List<?> list) {
    return index >= 0 && index < list.size();
  }

  private static boolean skipBytes(long count, ByteBuffer rest) {
    if (count < 0 || count > rest.remaining()) {
      return false;
    }
    rest.position(rest.position() + (int) count);
    return true;
  }

  /** A zig-zag number; the least of all, which no capture holds, where there is none. */
  private static long number(ByteBuffer rest) {
    long bits = 0;
    for (int i = 0; i < MAX_VARINT_BYTES && rest.hasRemaining(); i++) {
      byte next = rest.get();
      bits |= (next & 0x7fL) << (7 * i);
      if (next >= 0) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    return Long.MIN_VALUE;
  }
}
