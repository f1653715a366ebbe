package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The first bytes of a source, taken for text. */
final class Text {
  private static final int SAMPLE = 1024;

  private Text() {}

  /** Whether the bytes may be text: no control characters but white space. */
  static boolean isText(FileBytes bytes) throws IOException {
    for (int i = 0; i < SAMPLE; i++) {
      int b = bytes.peek(i);
      if (b < 0) {
        return i > 0;
      }
      boolean space = b >= '\t' && b <= '\r' || b == 0x1b;
      if (b < ' ' && !space || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** The first bytes, so many at most, each taken for a character. */
  static String head(FileBytes bytes, int length) throws IOException {
    return new String(headBytes(bytes, length), StandardCharsets.ISO_8859_1);
  }

  /** The first bytes, so many at most. */
  static byte[] headBytes(FileBytes bytes, int length) throws IOException {
    int there = 0;
    while (there < length && bytes.peek(there) >= 0) {
      there++;
    }
    byte[] head = new byte[there];
    for (int i = 0; i < there; i++) {
      head[i] = (byte) bytes.peek(i);
    }
    return head;
  }
}
