package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Walks a struct in Thrift's compact protocol without taking anything out of it, to see whether its
 * lengths fit into what is there.
 *
 * @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">
 *     Thrift compact protocol</a>
 */
final class ThriftBounds {
  /** No struct of Parquet's goes half as deep. */
  private static final int MAX_DEPTH = 32;

  private static final int STOP = 0;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int STRUCT = 12;

  private final ByteBuffer rest;

  private ThriftBounds(ByteBuffer rest) {
    this.rest = rest;
  }

  /**
   * How many bytes the struct has that {@code bytes} start with; -1 if it has more than they are.
   *
   * @throws Damaged if it is no struct
   */
  static int length(ByteBuffer bytes) throws Damaged {
    ByteBuffer rest = bytes.duplicate();
    int start = rest.position();
    try {
      new ThriftBounds(rest).skipStruct(0);
      return rest.position() - start;
    } catch (BufferUnderflowException e) {
      return -1;
    }
  }

  private void skipStruct(int depth) throws Damaged {
    if (depth > MAX_DEPTH) {
      throw ParquetDamage.of("its structure is deeper than " + MAX_DEPTH + " levels");
    }
    for (int field = rest.get() & 0xff; field != STOP; field = rest.get() & 0xff) {
      if (field >>> 4 == 0) {
        number();
      }
      int type = field & 0xf;
      if (type != TRUE && type != FALSE) {
        skip(type, depth);
      }
    }
  }

  private void skip(int type, int depth) throws Damaged {
    switch (type) {
      case TRUE, FALSE, 3 -> rest.get();
      case 4, 5, 6 -> number();
      case 7 -> skipBytes(Double.BYTES);
      case 8 -> skipBytes(number());
      case 9, 10 -> skipList(depth);
      case 11 -> skipMap(depth);
      case STRUCT -> skipStruct(depth + 1);
      case 13 -> skipBytes(16);
      default -> throw ParquetDamage.of("its structure is none");
    }
  }

  /** Each item takes a byte at least, so that there are no more than bytes. */
  private void skipList(int depth) throws Damaged {
    int header = rest.get() & 0xff;
    long size = header >>> 4 == 15 ? number() : header >>> 4;
    for (long i = 0; i < size; i++) {
      skip(header & 0xf, depth + 1);
    }
  }

  private void skipMap(int depth) throws Damaged {
    long size = number();
    int types = size == 0 ? 0 : rest.get() & 0xff;
    for (long i = 0; i < size; i++) {
      skip(types >>> 4, depth + 1);
      skip(types & 0xf, depth + 1);
    }
  }

  private void skipBytes(long count) throws Damaged {
    if (count < 0) {
      throw ParquetDamage.of("a length is below zero");
    }
    if (count > rest.remaining()) {
      throw new BufferUnderflowException();
    }
    rest.position(rest.position() + (int) count);
  }

  private long number() throws Damaged {
    return ParquetDamage.varint(rest);
  }
}
