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

  /** What takes no bytes could be any number: items of an array, and records in records. */
  private static final int MAX_EMPTY = 10_000;

  private final ByteBuffer rest;
  private final int start;
  private long empty;

  private AvroBounds(ByteBuffer rest) {
    this.rest = rest;
    this.start = rest.position();
  }

  /** Whether {@code bytes}, all of them, are one value of {@code schema}. */
  static boolean fits(Schema schema, ByteBuffer bytes) {
    ByteBuffer rest = bytes.duplicate();
    return skip(schema, rest) && !rest.hasRemaining();
  }

  /** Passes one value; false if it does not fit into what is left. */
  public static boolean skip(Schema schema, ByteBuffer rest) {
    return new AvroBounds(rest).skip(schema, 0);
  }

  private boolean skip(Schema schema, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    int before = rest.position();
    boolean fits = skipOne(schema, depth);
    empty += rest.position() == before ? 1 : 0;
    return fits && empty <= MAX_EMPTY + (rest.position() - start);
  }

  private boolean skipOne(Schema schema, int depth) {
    return switch (schema.getType()) {
      case NULL -> true;
      case BOOLEAN -> skipBytes(1);
      case INT, LONG -> number() != Long.MIN_VALUE;
      case FLOAT -> skipBytes(Float.BYTES);
      case DOUBLE -> skipBytes(Double.BYTES);
      case FIXED -> skipBytes(schema.getFixedSize());
      case BYTES, STRING -> skipBytes(number());
      case ENUM -> isIndex(number(), schema.getEnumSymbols());
      case UNION -> skipBranch(schema.getTypes(), depth);
      case RECORD -> schema.getFields().stream().allMatch(field -> skip(field.schema(), depth + 1));
      case ARRAY -> skipItems(schema.getElementType(), false, depth);
      case MAP -> skipItems(schema.getValueType(), true, depth);
    };
  }

  private boolean skipBranch(List<Schema> types, int depth) {
    long branch = number();
    return isIndex(branch, types) && skip(types.get((int) branch), depth);
  }

  /** Items come in blocks; a negative count has the block's length in bytes behind it. */
  private boolean skipItems(Schema item, boolean keyed, int depth) {
    long count = number();
    while (count != 0) {
      if (count == Long.MIN_VALUE || count < 0 && number() < 0) {
        return false;
      }
      for (long i = Math.abs(count); i > 0; i--) {
        if (keyed && !skipBytes(number()) || !skip(item, depth + 1)) {
          return false;
        }
      }
      count = number();
    }
    return true;
  }

  private static boolean isIndex(long index, List<?> list) {
    return index >= 0 && index < list.size();
  }

  private boolean skipBytes(long count) {
    if (count < 0 || count > rest.remaining()) {
      return false;
    }
    rest.position(rest.position() + (int) count);
    return true;
  }

  /** A zig-zag number; the least of all, which no capture holds, where there is none. */
  private long number() {
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
