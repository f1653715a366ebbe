package dev.newsfold.parse.text;

import dev.newsfold.decode.HanVariants;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters as the rules see them: what is white space, what is CJK, how much a text weighs. */
public final class Text {
  /** How much one CJK character says, in Latin letters. */
  public static final int CJK_WEIGHT = 3;

  /** Every char of a page is asked for its traits, some more than once: they are in a table. */
  private static final byte[] TRAITS = new byte[Character.MAX_VALUE + 1];

  private static final int ASCII = 1 << 7;

  /** No Han character stands before this, and from here to the last common one no capital. */
  private static final char FIRST_HAN = '\u2e80';

  private static final char FIRST_COMMON_HAN = '\u4e00';
  private static final char LAST_COMMON_HAN = '\u9fef';

  private static final int WEIGHT = 3;
  private static final int SPACE = 4;
  private static final int INVISIBLE = 8;
  private static final int PUNCTUATION = 16;

  static {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      boolean cjk = isCjk((char) c);
      TRAITS[c] = (byte) (cjk ? CJK_WEIGHT : Character.isLetterOrDigit(c) ? 1 : 0);
    }
    for (int c = 0; c <= ' '; c++) {
      TRAITS[c] |= SPACE;
    }
    for (int c = '\u2000'; c <= '\u200a'; c++) {
      TRAITS[c] |= SPACE;
    }
    mark(SPACE, "\u00a0\u3000\u2028\u2029\u202f\u205f\u0085");
    // The marks of writing from right to left and back; the joiners stay, which change letters.
    mark(INVISIBLE, "\u200b\ufeff\u00ad\u2060\u200e\u200f\u061c");
    mark(INVISIBLE, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");
    // The last ten: Arabic comma, semicolon, question mark, full stop; Devanagari, Ethiopic,
    // Burmese.
    mark(PUNCTUATION, ",;，。；！？、．“”「」’" + "،؛؟۔।॥።፣။၊");
  }

  private static void mark(int trait, String chars) {
    chars.chars().forEach(c -> TRAITS[c] |= (byte) trait);
  }

  private Text() {}

  /** White space of any kind: ASCII, no-break, ideographic, and the typographic ones. */
  public static boolean isSpace(char c) {
    return (TRAITS[c] & SPACE) != 0;
  }

  /**
   * Characters that print nothing and are no part of a word: zero width space, soft hyphen, stray
   * BOM, marks of direction.
   */
  public static boolean isInvisible(char c) {
    return (TRAITS[c] & INVISIBLE) != 0;
  }

  /** True if a Han character stands anywhere in the text. */
  public static boolean hasHan(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_HAN
          && (c >= FIRST_COMMON_HAN && c <= LAST_COMMON_HAN
              || Character.UnicodeScript.of(text.codePointAt(i)) == Character.UnicodeScript.HAN)) {
        return true;
      }
    }
    return false;
  }

  /** True if a digit of ASCII stands anywhere in the text. */
  public static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** A text in lower case; the Turkish capital İ becomes a plain i. */
  public static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean same = c < ASCII ? c < 'A' || c > 'Z' : c >= FIRST_HAN && c <= LAST_COMMON_HAN;
      if (!same) {
        return text.toLowerCase(Locale.ROOT).replace("i\u0307", "i");
      }
    }
    return text;
  }

  /** Han, kana, Hangul: a character is about a word. */
  public static boolean isCjk(char c) {
    return (c >= '\u2e80' && c <= '\u2fdf')
        || (c >= '\u3040' && c <= '\u30ff')
        || (c >= '\u3400' && c <= '\u9fff')
        || (c >= '\uac00' && c <= '\ud7af')
        || (c >= '\uf900' && c <= '\ufaff');
  }

  /** The weight of one character: nothing for punctuation and white space. */
  public static int weight(char c) {
    return TRAITS[c] & WEIGHT;
  }

  /** Letters and digits of a text, each CJK character counting as {@link #CJK_WEIGHT}. */
  public static int weight(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += weight(text.charAt(i));
    }
    return sum;
  }

  /** Punctuation that stands inside sentences, in any width; not dots, which stand in dates too. */
  public static boolean isSentencePunctuation(char c) {
    return (TRAITS[c] & PUNCTUATION) != 0;
  }

  /** At most this many chars of a text; never half of a surrogate pair. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }

  /**
   * A text in simplified characters, position by position: the form in which rules compare words,
   * so that one wording serves both scripts.
   */
  public static String plain(String text) {
    return HanVariants.simplified(text);
  }

  /** A text without the first thing that a pattern finds in its {@link #plain} form. */
  public static String without(Pattern pattern, String text) {
    Matcher m = pattern.matcher(plain(text));
    return m.find() ? text.substring(0, m.start()) + text.substring(m.end()) : text;
  }

  /** Parts that were found in the {@link #plain} form of a text, as the text itself writes them. */
  public static List<String> asWritten(List<String> parts, String plain, String text) {
    return plain.equals(text)
        ? parts
        : parts.stream().map(part -> asWritten(part, plain, text)).toList();
  }

  /** A part of a plain text, blanks inside it skipped, as the text itself writes it. */
  public static String asWritten(String part, String plain, String text) {
    for (int at = 0; at < plain.length(); at++) {
      StringBuilder written = new StringBuilder(part.length());
      int i = at;
      while (i < plain.length() && written.length() < part.length()) {
        char c = plain.charAt(i);
        if (c == part.charAt(written.length())) {
          written.append(text.charAt(i));
        } else if (!isSpace(c) || written.isEmpty()) {
          break;
        }
        i++;
      }
      if (written.length() == part.length()) {
        return written.toString();
      }
    }
    return part;
  }

  /** One line: runs of white space become one space, ends trimmed, invisible characters dropped. */
  public static String squeeze(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = out.length() > 0;
      } else if (!isInvisible(c)) {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }
}
