package dev.newsfold.decode;

/**
 * Text in UTF-7: ASCII, with other letters in base64 behind a plus sign.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2152">RFC 2152</a>
 */
final class Utf7 {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Utf7() {}

  /** Whether there is a letter beyond ASCII, as no plus sign of other text has it behind it. */
  static boolean hasEscapes(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int end = runEnd(bytes, i, to);
      for (; i < end; i++) {
        if (bytes[i] == '+' && areLetters(bytes, i + 1, end)) {
          return true;
        }
      }
      i++;
    }
    return false;
  }

  /** Where base64 that starts at a place ends; a plus sign is a part of it. */
  private static int runEnd(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && BASE64.indexOf(bytes[end]) >= 0) {
      end++;
    }
    return end;
  }

  /** Whether base64 is all of letters of 16 bits, the first of them beyond ASCII. */
  private static boolean areLetters(byte[] bytes, int from, int end) {
    if (end - from < 3) {
      return false;
    }
    int first =
        value(bytes[from]) << 10 | value(bytes[from + 1]) << 4 | value(bytes[from + 2]) >> 2;
    int over = (int) (6L * (end - from) % Character.SIZE);
    // What is left over of the last sign is filled up with zeros.
    return first >= 0x80 && over < 6 && (value(bytes[end - 1]) & (1 << over) - 1) == 0;
  }

  private static int value(byte sign) {
    return BASE64.indexOf(sign);
  }
}
