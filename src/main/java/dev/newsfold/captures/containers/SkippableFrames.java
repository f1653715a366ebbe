package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;

/**
 * Frames that decoders of zstd and of lz4 pass, with what others put there. What comes behind them
 * tells which of both a file is.
 */
final class SkippableFrames {
  private static final int HEADER = 8;

  /** What is not seen from here on is told by the file's name. */
  private static final int MAX_LOOK = 32 << 10;

  private SkippableFrames() {}

  /** Whether such a frame comes so many bytes ahead. */
  static boolean startsAt(int ahead, FileBytes bytes) throws IOException {
    return bytes.peek(ahead) >= 0x50
        && bytes.peek(ahead) <= 0x5f
        && bytes.peek(ahead + 1) == 0x2a
        && bytes.peek(ahead + 2) == 0x4d
        && bytes.peek(ahead + 3) == 0x18;
  }

  /** Passes the one that comes next. */
  static void skip(FileBytes bytes) throws IOException {
    long length = length(0, bytes);
    bytes.advance(HEADER);
    bytes.rest().skipNBytes(length);
  }

  private static long length(int ahead, FileBytes bytes) throws IOException {
    long length = 0;
    for (int i = 3; i >= 0; i--) {
      length = length << 8 | Math.max(0, bytes.peek(ahead + 4 + i));
    }
    return length;
  }

  /**
   * Whether a frame that starts so comes next, or behind such frames.
   *
   * @param otherwise whether it does where they are too long to see
   */
  static boolean areAheadOf(int[] magic, boolean otherwise, FileBytes bytes) throws IOException {
    int at = 0;
    while (startsAt(at, bytes)) {
      long length = length(at, bytes);
      if (length > MAX_LOOK - at) {
        return otherwise;
      }
      at += HEADER + (int) length;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes.peek(at + i) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
