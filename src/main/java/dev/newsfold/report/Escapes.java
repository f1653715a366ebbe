package dev.newsfold.report;

import org.jspecify.annotations.Nullable;

/**
 * Texts as HTML. Besides the five characters of HTML, it replaces by U+FFFD what can deceive or
 * break a reader: control characters, unpaired surrogates, noncharacters, and the bidirectional
 * embeddings, overrides and isolates that let a text reach beyond its element.
 */
final class Escapes {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String REPLACED = String.valueOf(REPLACEMENT);

  private Escapes() {}

  /** A text with what can deceive replaced, for readers that need no escapes. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(isHarmless(c) ? c : REPLACEMENT));
    return clean.toString();
  }

  /** Writes a text as the content of an element, or of an attribute in quotes. */
  static void write(String text, StringBuilder out) {
    int from = 0; // what is left as it is goes out in runs
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      String instead = instead(c);
      if (instead != null) {
        out.append(text, from, at).append(instead);
        from = next;
      }
      at = next;
    }
    out.append(text, from, at);
  }

  /** What is written for a character; null if it is written as it is. */
  private static @Nullable String instead(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> isHarmless(c) ? null : REPLACED;
    };
  }

  private static boolean isHarmless(int c) {
    if (c >= ' ' && c < 0x7F || c == '\n' || c == '\t') {
      return true;
    }
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    boolean bidiControl = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !Character.isISOControl(c) && !nonCharacter && !bidiControl && !surrogate;
  }
}
