package dev.newsfold.decode;

import java.text.Normalizer;

/**
 * Text in its compatibility composition (NFKC), in time by its length: composing sorts the marks on
 * a letter, which takes time by the square of their number, and a page may pile up any number.
 */
public final class Composed {
  /**
   * Unicode Standard Annex 15, "Stream-Safe Text Format": no writing has more on a letter. A
   * combining grapheme joiner, which nobody sees, ends those that are sorted together.
   */
  private static final int MOST_MARKS = 30;

  private static final char JOINER = '\u034f';

  private Composed() {}

  /** The composition of {@code text}, with a joiner behind every thirtieth mark on a letter. */
  public static String nfkc(String text) {
    return Normalizer.normalize(streamSafe(text), Normalizer.Form.NFKC);
  }

  private static String streamSafe(String text) {
    StringBuilder safe = new StringBuilder();
    int copied = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        safe.append(text, copied, i).append(JOINER);
        copied = i;
        marks = 1;
      }
      i += Character.charCount(c);
    }
    return copied == 0 ? text : safe.append(text, copied, text.length()).toString();
  }

  private static boolean isMark(int c) {
    if (c < '\u0300') {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
