package dev.newsfold.decode;

import java.nio.charset.StandardCharsets;

/**
 * Makes text of bytes that are known to be UTF-8, as most pages are. Java's own way looks at every
 * byte alone once it has met one beyond Latin-1; a page is mostly markup, of which whole ranges can
 * be copied.
 */
final class Utf8Text {
  private Utf8Text() {}

  /**
   * The same as Java makes of the bytes.
   *
   * @param survey of the bytes, {@linkplain Utf8Survey#isValid valid}; the last sequence may be cut
   */
  static String decode(byte[] bytes, int from, int to, Utf8Survey survey) {
    if (survey.isAscii()) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    char[] chars = new char[to - from];
    int c = 0;
    int i = from;
    while (i < to) {
      int start = i;
      while (i + Long.BYTES <= to && EightBytes.areAscii(EightBytes.at(bytes, i))) {
        i += Long.BYTES;
      }
      if (i > start) {
        // Copies of whole ranges, which Java does by vectors, outrun any loop of ours.
        String ascii = new String(bytes, start, i - start, StandardCharsets.ISO_8859_1);
        ascii.getChars(0, i - start, chars, c);
        c += i - start;
        continue;
      }
      byte lead = bytes[i];
      if (lead >= 0) {
        chars[c++] = (char) lead;
        i++;
      } else if (lead < (byte) 0xe0 && i + 1 < to) {
        chars[c++] = (char) ((lead & 0x1f) << 6 | trail(bytes, i + 1));
        i += 2;
      } else if (lead < (byte) 0xf0 && i + 2 < to) {
        chars[c++] = (char) ((lead & 0x0f) << 12 | trail(bytes, i + 1) << 6 | trail(bytes, i + 2));
        i += 3;
      } else if (lead >= (byte) 0xf0 && i + 3 < to) {
        int codePoint =
            (lead & 0x07) << 18
                | trail(bytes, i + 1) << 12
                | trail(bytes, i + 2) << 6
                | trail(bytes, i + 3);
        chars[c++] = Character.highSurrogate(codePoint);
        chars[c++] = Character.lowSurrogate(codePoint);
        i += 4;
      } else {
        // The end cuts it.
        return new String(chars, 0, c) + new String(bytes, i, to - i, StandardCharsets.UTF_8);
      }
    }
    return new String(chars, 0, c);
  }

  private static int trail(byte[] bytes, int at) {
    return bytes[at] & 0x3f;
  }
}
