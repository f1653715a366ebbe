package dev.newsfold.parse.time.notation;

import dev.newsfold.decode.HanVariants;
import dev.newsfold.parse.text.Text;

/** What chars mean to dates. Tables: every char of every line of a page is looked up. */
final class DateChars {
  static final byte OTHER = 0;
  static final byte LETTER = 1;

  /** Begins a day, or a distance from one, without being a digit. */
  static final byte EAST_WORD = 2;

  static final byte DIGIT = 3;

  private static final String EAST_WORDS = "〇○零一二三四五六七八九民令平今昨前刚半";

  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];
  private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      KINDS[c] = kindOf((char) c);
      FOLDED[c] = foldedOf((char) c);
    }
  }

  private DateChars() {}

  /**
   * The kind of a char, by its own, not its folded, value. The higher, the more it says of days.
   */
  static byte kind(char c) {
    return KINDS[c];
  }

  /**
   * The first chars of a text, with each that means the same to a date made the same: digits of
   * other scripts, traditional characters, full-width and exotic spaces and punctuation, capital
   * letters. Positions stay.
   *
   * @param most how many chars
   */
  static String fold(String text, int most) {
    char[] folded = new char[Math.min(text.length(), most)];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = FOLDED[text.charAt(i)];
    }
    return new String(folded);
  }

  /** Whether a char changes the letter before it: the accents and vowel signs of many scripts. */
  static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static byte kindOf(char c) {
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    if (EAST_WORDS.indexOf(c) >= 0) {
      return EAST_WORD;
    }
    return Character.isLetter(c) ? LETTER : OTHER;
  }

  private static char foldedOf(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c == '\t' || c == '\r' ? ' ' : c;
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (Text.isInvisible(c)) {
      return ' ';
    }
    return switch (c) {
      case '：', '∶', '︰' -> ':';
      case '／' -> '/';
      case '－', '–', '‐', '‑', '−' -> '-';
      case '．' -> '.';
      case '，', '،' -> ',';
      case '\u00a0', '\u3000', '\u200c', '\u2002', '\u2003', '\u2009', '\u202f' -> ' ';
      default -> Character.toLowerCase((char) HanVariants.simplified(c));
    };
  }
}
