package dev.newsfold.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at once. */
final class EightBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final long HIGH_BITS = 0x8080808080808080L;
  static final long LOW_BITS = 0x0101010101010101L;

  private EightBytes() {}

  static long at(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static boolean areAscii(long eight) {
    return (eight & HIGH_BITS) == 0;
  }

  /** Where the next such byte, which is of ASCII, stands; {@code to} if there is none. */
  static int indexOf(byte wanted, byte[] bytes, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to && !hold(at(bytes, i), wanted)) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  private static boolean hold(long eight, byte wanted) {
    // What is zero once the wanted bytes are taken away borrows from above.
    long others = eight ^ LOW_BITS * wanted;
    return (others - LOW_BITS & ~others & HIGH_BITS) != 0;
  }
}
