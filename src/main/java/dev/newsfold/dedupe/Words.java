package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.List;

/** A text cut into what is compared: words; in scripts without spaces, characters. */
public final class Words {
  private Words() {}

  /** The pieces of a text, which joined give the text again. */
  public static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isOfWord(c)) {
        while (at < text.length() && isOfWord(text.codePointAt(at))) {
          at += Character.charCount(text.codePointAt(at));
        }
      } else if (Character.isWhitespace(c)) {
        while (at < text.length() && Character.isWhitespace(text.codePointAt(at))) {
          at += Character.charCount(text.codePointAt(at));
        }
      }
      pieces.add(text.substring(start, at));
    }
    return pieces;
  }

  private static boolean isOfWord(int c) {
    if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> false;
      default -> true;
    };
  }
}
