package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The first bytes of a source, taken for text. */
final class Text {
  private static final int SAMPLE = 1024;
  private static final int CHARSET_SAMPLE = 64 << 10;

  /** Of text in other encodings, most letters are no UTF-8. */
  private static final double BROKEN = 0.1;

  private static final int MAX_BLANKS = 16 << 10;

  private Text() {}

  /** Whether the bytes may be text: no control characters but white space. */
  static boolean isText(FileBytes bytes) throws IOException {
    for (int i = 0; i < SAMPLE; i++) {
      int b = bytes.peek(i);
      if (b < 0) {
        return i > 0;
      }
      if (isControl(b)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a byte is a control character, and neither white space nor a shift of letters. */
  static boolean isControl(int b) {
    boolean space = b >= '\t' && b <= '\r' || b == 0x1b;
    return b >= 0 && b < ' ' && !space || b == 0x7f;
  }

  /** Reads past the end of the line. */
  static void passLine(FileBytes bytes) throws IOException {
    passLine(bytes, '\n');
  }

  /** Reads past the next byte that ends a line. */
  static void passLine(FileBytes bytes, char end) throws IOException {
    int next = 0;
    while (next >= 0 && next != end) {
      next = bytes.read();
    }
  }

  /** How many bytes ahead the next one lies that is neither white space nor a byte order mark. */
  static int skipBlanks(FileBytes bytes, int from) throws IOException {
    int at = from;
    while (at < MAX_BLANKS && isBlank(bytes.peek(at))) {
      at++;
    }
    return at;
  }

  /** Whether a byte is white space, or of a byte order mark in UTF-8. */
  static boolean isBlank(int b) {
    return b == ' ' || b >= '\t' && b <= '\r' || b == 0xef || b == 0xbb || b == 0xbf;
  }

  /** The encoding of text: UTF-8 where it may be, or else what Chinese desktops write. */
  static Charset charset(FileBytes bytes) throws IOException {
    byte[] head = headBytes(bytes, CHARSET_SAMPLE);
    if (head.length >= 2 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe) {
      return StandardCharsets.UTF_16;
    }
    // The sample, or the file, may end within a letter, and a few bytes may be damaged.
    String text = new String(head, StandardCharsets.UTF_8);
    long letters = text.chars().filter(c -> c >= 0x80).count();
    long broken =
        text.substring(0, Math.max(0, text.length() - 1))
            .chars()
            .filter(c -> c == '\uFFFD')
            .count();
    return broken > BROKEN * letters ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
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
