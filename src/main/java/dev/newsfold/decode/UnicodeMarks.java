package dev.newsfold.decode;

import org.jspecify.annotations.Nullable;

/**
 * Recognises Unicode encodings by a byte order mark, and UTF-16 and UTF-32 without one by their NUL
 * bytes.
 */
final class UnicodeMarks {
  /** How much of a page is looked at for NUL bytes: its markup starts it. */
  private static final int SAMPLE = 1024;

  /** The share of NULs that the markup of any UTF-16 page reaches in one byte of two. */
  private static final double MANY = 0.3;

  /** So many in the other byte, for each of these, are those of letters as U+4E00, one. */
  private static final double LOW = 0.1;

  /** The share of letters beyond the first 65,536 that no page has. */
  private static final double RARE = 0.02;

  private UnicodeMarks() {}

  /** The encoding that a byte order mark names; null if there is none. */
  static @Nullable Encoding byteOrderMark(byte[] bytes, int from, int to) {
    int length = Math.min(4, to - from);
    long start = 0;
    for (int i = 0; i < 4; i++) {
      start = start << 8 | (i < length ? bytes[from + i] & 0xff : 0x100);
    }
    if (length == 4 && start == 0xfffe0000L) {
      return Encodings.UTF_32LE;
    }
    if (length == 4 && start == 0x0000feffL) {
      return Encodings.UTF_32BE;
    }
    if (length >= 3 && start >> 8 == 0xefbbbf) {
      return Encodings.UTF_8;
    }
    if (length >= 2 && start >> 16 == 0xfffe) {
      return Encodings.UTF_16LE;
    }
    return length >= 2 && start >> 16 == 0xfeff ? Encodings.UTF_16BE : null;
  }

  /**
   * UTF-32 if of four bytes of the page's start two are NUL, but for the rarest letters, and UTF-16
   * if every other byte is often NUL; else null.
   */
  static @Nullable Encoding byNuls(byte[] bytes, int from, int to) {
    int fours = Math.min(SAMPLE, to - from) / 4;
    int[] nuls = new int[4];
    for (int i = 0; i < 4 * fours; i++) {
      nuls[i % 4] += bytes[from + i] == 0 ? 1 : 0;
    }
    double most = (1 - RARE) * fours;
    if (fours > 0 && nuls[3] == fours && nuls[2] >= most && nuls[0] < MANY * fours) {
      return Encodings.UTF_32LE;
    }
    if (fours > 0 && nuls[0] == fours && nuls[1] >= most && nuls[3] < MANY * fours) {
      return Encodings.UTF_32BE;
    }
    int pairs = Math.min(SAMPLE, to - from) / 2;
    int firsts = 0;
    int seconds = 0;
    for (int i = 0; i < pairs; i++) {
      firsts += bytes[from + 2 * i] == 0 ? 1 : 0;
      seconds += bytes[from + 2 * i + 1] == 0 ? 1 : 0;
    }
    if (seconds > MANY * pairs && firsts <= LOW * seconds) {
      return Encodings.UTF_16LE;
    }
    return firsts > MANY * pairs && seconds <= LOW * firsts ? Encodings.UTF_16BE : null;
  }
}
