package dev.newsfold.captures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Percent-escapes in one form: in upper case, of all that needs one, and of nothing that does not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2">RFC 3986, 6.2.2</a>
 */
final class PercentEscapes {
  private static final String UNRESERVED = "-._~";
  private static final String PATH = "/!$&'()*+,;=:@";
  private static final String QUERY = PATH + "?";
  private static final String HEX = "0123456789ABCDEF";

  private PercentEscapes() {}

  static String inPath(String text) {
    return normalized(text, PATH);
  }

  static String inQuery(String text) {
    return normalized(text, QUERY);
  }

  /** The text that the escapes stand for in UTF-8; null if they stand for none. */
  static @Nullable String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      int escaped = escapedByte(text, i);
      int c = text.codePointAt(i);
      if (escaped >= 0) {
        bytes.write(escaped);
        i += 3;
      } else {
        bytes.writeBytes(utf8(c));
        i += Character.charCount(c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String normalized(String text, String allowed) {
    int settled = 0;
    while (settled < text.length() && stays(text.charAt(settled), allowed)) {
      settled++;
    }
    if (settled == text.length()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int escaped = escapedByte(text, i);
      int c = text.codePointAt(i);
      if (escaped >= 0) {
        if (isUnreserved(escaped)) {
          result.append((char) escaped);
        } else {
          escape(escaped, result);
        }
        i += 3;
        continue;
      }
      if (stays(c, allowed)) {
        result.append((char) c);
      } else {
        for (byte b : utf8(c)) {
          escape(b & 0xff, result);
        }
      }
      i += Character.charCount(c);
    }
    return result.toString();
  }

  private static boolean stays(int c, String allowed) {
    return isUnreserved(c) || c < 0x80 && allowed.indexOf(c) >= 0;
  }

  /** The byte that an escape at this place stands for; -1 if there is none. */
  private static int escapedByte(String text, int at) {
    if (text.charAt(at) != '%' || at + 2 >= text.length()) {
      return -1;
    }
    int high = hexDigit(text.charAt(at + 1));
    int low = hexDigit(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int hexDigit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isUnreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c < 0x80 && UNRESERVED.indexOf(c) >= 0;
  }

  private static void escape(int b, StringBuilder result) {
    result.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
  }

  /** A code point in UTF-8; an unpaired surrogate is none, and becomes U+FFFD. */
  private static byte[] utf8(int c) {
    int valid = c >= 0xd800 && c < 0xe000 ? 0xfffd : c;
    return Character.toString(valid).getBytes(StandardCharsets.UTF_8);
  }
}
