package dev.newsfold.dedupe;

import dev.newsfold.decode.Composed;
import dev.newsfold.decode.HanVariants;
import java.lang.Character.UnicodeScript;

/**
 * Text as the fold compares it: compatibility forms composed (NFKC), lower case, traditional Han
 * characters exchanged for simplified ones.
 */
final class FoldedText {
  private FoldedText() {}

  /** Folded text with its punctuation: for rules that look at separators and numbers. */
  static String plain(String text) {
    String composed = needsComposing(text) ? Composed.nfkc(text) : text;
    StringBuilder out = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      out.appendCodePoint(fold(c));
    }
    return out.toString();
  }

  /**
   * Letters and digits alone. Words of scripts that are written with spaces stay one space apart;
   * characters of scripts without spaces touch each other and whatever is next to them.
   */
  static String letters(String plain) {
    StringBuilder out = new StringBuilder(plain.length());
    boolean gap = false;
    int last = ' ';
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (!counts(c)) {
        gap = true;
        continue;
      }
      if (gap && out.length() > 0 && !unspaced(last) && !unspaced(c)) {
        out.append(' ');
      }
      gap = false;
      out.appendCodePoint(c);
      last = c;
    }
    return out.toString();
  }

  /**
   * Whether a code point is compared at all: letters, digits, and the marks that belong to them.
   */
  static boolean counts(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
      return true;
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Whether a code point belongs to a script that is written without spaces between words. */
  static boolean unspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN, YI -> true;
      default -> false;
    };
  }

  private static int fold(int c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    // An ellipsis counts as its dots do, and the wide dot between names as no letter at all.
    return HanVariants.simplified(Character.toLowerCase(c));
  }

  /**
   * Plain ASCII and common Han text is composed already; most bodies pass through here unscanned.
   */
  private static boolean needsComposing(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean settled = c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3020);
      if (!settled) {
        return true;
      }
    }
    return false;
  }
}
