package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The block that starts an entry of a tar archive.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">ustar
 *     Interchange Format</a>
 */
final class TarHeader {
  static final int BLOCK = 512;

  private static final int TYPE = 156;
  private static final byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);
  private static final int USTAR_AT = 257;
  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM = 8;

  private TarHeader() {}

  /** What kind of entry it starts. */
  static byte type(byte[] header) {
    return header[TYPE];
  }

  static boolean isFolder(byte[] header, String name) {
    return type(header) == '5' || (type(header) == 0 || type(header) == '0') && name.endsWith("/");
  }

  /** How long its content is, as the header has it. */
  static long size(byte[] header) {
    return number(header, 124, 12);
  }

  /** The name that the header has. */
  static String name(byte[] header) {
    String own = EntryName.text(Arrays.copyOf(header, end(header, 0, 100)));
    boolean ustar = new String(header, USTAR_AT, 6, StandardCharsets.ISO_8859_1).equals("ustar\0");
    String prefix =
        ustar ? EntryName.text(Arrays.copyOfRange(header, 345, end(header, 345, 155))) : "";
    return prefix.isEmpty() ? own : prefix + "/" + own;
  }

  /** Where text ends that is filled up with zeros. */
  static int end(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return end;
  }

  /**
   * Whether a header comes next, by all signs: blocks may start anywhere behind damage. Those of
   * the oldest archives have a checksum and no mark, and are not found so.
   */
  static boolean isSurelyNext(FileBytes tar) throws IOException {
    for (int i = 0; i < USTAR.length; i++) {
      if (tar.peek(USTAR_AT + i) != USTAR[i]) {
        return false;
      }
    }
    for (int i = CHECKSUM_AT; i < CHECKSUM_AT + CHECKSUM; i++) {
      int digit = tar.peek(i);
      if (digit != 0 && digit != ' ' && (digit < '0' || digit > '7')) {
        return false;
      }
    }
    return is(Text.headBytes(tar, BLOCK));
  }

  /** Whether a block's checksum is the sum of its bytes, its own counted as blanks. */
  static boolean is(byte[] block) {
    if (block.length < BLOCK || isZero(block)) {
      return false;
    }
    long sum = 8 * ' ';
    long signed = sum;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM;
      sum += own ? 0 : block[i] & 0xff;
      signed += own ? 0 : block[i];
    }
    long stated = number(block, CHECKSUM_AT, CHECKSUM);
    // Some old writers summed signed bytes.
    return stated > 0 && (stated == sum || stated == signed) && size(block) >= 0;
  }

  static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** An octal number, or one in binary where the first bit is set; -1 if it is none. */
  static long number(byte[] block, int from, int length) {
    long value = 0;
    if (block[from] < 0) {
      for (int i = from + Math.max(1, length - 8); i < from + length; i++) {
        value = value << 8 | block[i] & 0xff;
      }
      return value;
    }
    for (int i = from; i < from + length; i++) {
      if (block[i] >= '0' && block[i] <= '7') {
        value = value << 3 | block[i] - '0';
      } else if (block[i] != ' ' && block[i] != 0) {
        return -1;
      }
    }
    return value;
  }
}
