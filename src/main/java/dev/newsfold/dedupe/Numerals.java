package dev.newsfold.dedupe;

import java.util.Set;
import java.util.TreeSet;

/** Numerals of folded text in one form: 九, 9 and ９ are 9, 两万 and 2万 are 20000. */
final class Numerals {
  /** More digits than these are no quantity, and take no 万 or 亿. */
  private static final int DIGITS = 9;

  private Numerals() {}

  /** The text ({@link FoldedText#plain}) with every numeral in Arabic digits. */
  static String unified(String plain) {
    StringBuilder out = null;
    int copied = 0;
    for (int i = 0; i < plain.length(); ) {
      int end = end(plain, i);
      if (end == i) {
        i++;
        continue;
      }
      String value = value(plain, i, end);
      if (!plain.regionMatches(i, value, 0, end - i) || value.length() != end - i) {
        out = out == null ? new StringBuilder(plain.length()) : out;
        out.append(plain, copied, i).append(value);
        copied = end;
      }
      i = end;
    }
    return out == null ? plain : out.append(plain, copied, plain.length()).toString();
  }

  /** The values of all numerals in a text, in their one form. */
  static Set<String> in(String plain) {
    Set<String> values = new TreeSet<>();
    for (int i = 0; i < plain.length(); ) {
      int end = end(plain, i);
      if (end > i) {
        values.add(value(plain, i, end));
      }
      i = Math.max(i + 1, end);
    }
    return values;
  }

  /** Where a numeral that begins at a place ends; the place itself if none begins there. */
  static int end(String text, int start) {
    if (!digit(text, start)) {
      int end = start;
      while (end < text.length() && HanNumeral.is(text.charAt(end))) {
        end++;
      }
      return end;
    }
    int end = start + 1;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean inside = (c == '.' || c == ':' || c == ',') && digit(text, end + 1);
      if (!inside && !digit(text, end)) {
        break;
      }
      end++;
    }
    while (end < text.length() && unit(text.charAt(end)) > 0) {
      end++;
    }
    return end;
  }

  /** The value of a numeral that ends where {@link #end} says. */
  static String value(String text, int start, int end) {
    if (!digit(text, start)) {
      return HanNumeral.value(text.substring(start, end));
    }
    int units = end;
    int zeros = 0;
    while (unit(text.charAt(units - 1)) > 0) {
      zeros += unit(text.charAt(--units));
    }
    StringBuilder digits = new StringBuilder();
    int point = -1;
    for (int i = start; i < units; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = digits.length();
      } else if (c != ',' && c != '.' && c != ':') {
        digits.append(c);
      } else if (c != ',') {
        // A clock time, a score or a version: no quantity.
        return text.substring(start, units).replace(",", "") + text.substring(units, end);
      }
    }
    if (zeros == 0 || digits.length() > DIGITS) {
      return text.substring(start, units).replace(",", "") + text.substring(units, end);
    }
    int fraction = point < 0 ? 0 : digits.length() - point;
    if (fraction > zeros) {
      return text.substring(start, end);
    }
    return digits.append("0".repeat(zeros - fraction)).toString().replaceFirst("^0+(?=.)", "");
  }

  private static boolean digit(String text, int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /** How many zeros a unit stands for. */
  private static int unit(char c) {
    return c == '万' ? 4 : c == '亿' ? 8 : 0;
  }
}
