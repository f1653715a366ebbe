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
    for (int i = from; i < to; i++) {
      if (bytes[i] == '+' && startsLetters(bytes, i + 1, to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether base64 follows that is all of letters of 16 bits, the first of them beyond ASCII. */
  private static boolean startsLetters(byte[] bytes, int from, int to) {
    int bits = 0;
    int held = 0;
    int first = -1;
    int at = from;
    for (; at < to && BASE64.indexOf(bytes[at]) >= 0; at++) {
      held = (held << 6 | BASE64.indexOf(bytes[at])) & 0xfffff;
      bits += 6;
      if (bits >= 16) {
        bits -= 16;
        first = first < 0 ? held >> bits : first;
        held &= (1 << bits) - 1;
      }
    }
    // What is left over of the last sign is filled up with zeros.
    return first >= 0x80 && bits < 6 && held == 0;
  }
}
