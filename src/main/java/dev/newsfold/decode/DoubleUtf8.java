package dev.newsfold.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes back a second UTF-8 encoding: text whose UTF-8 bytes were once read as ISO 8859-1 and
 * encoded again, so that {@code ’} has become {@code U+00E2 U+0080 U+0099}.
 *
 * <p>Its sign are C1 control characters behind a lead byte's letter, which no text holds otherwise.
 */
final class DoubleUtf8 {
  /** The characters of one encoded character: a lead byte and its continuation bytes. */
  private static final Pattern ENCODED =
      Pattern.compile(
          "[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}");

  /** Fewer such characters may be damage of another kind. */
  private static final int FEW = 3;

  private DoubleUtf8() {}

  /** The text encoded once; the same text where nothing tells that it was encoded twice. */
  static String undo(String text) {
    if (!isTwice(text)) {
      return text;
    }
    Matcher encoded = ENCODED.matcher(text);
    StringBuilder once = new StringBuilder(text.length());
    while (encoded.find()) {
      encoded.appendReplacement(once, Matcher.quoteReplacement(decoded(encoded.group())));
    }
    return encoded.appendTail(once).toString();
  }

  private static boolean isTwice(String text) {
    int found = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u0080' && c <= '\u009f' && text.charAt(i - 1) >= '\u00c2') {
        found += text.charAt(i - 1) <= '\u00f4' ? 1 : 0;
        if (found >= FEW) {
          return true;
        }
      }
    }
    return false;
  }

  private static String decoded(String encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded.getBytes(StandardCharsets.ISO_8859_1));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return encoded; // a surrogate, or longer than it need be
    }
  }
}
