package dev.newsfold.dedupe;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a text that a template leaves open: numbers, dates and clock times, and Latin names
 * inside text of another script. Two texts that agree but for these are two items, not one.
 */
final class Slots {
  /** How many a text keeps, in order of appearance: enough for any bulletin. */
  static final int LIMIT = 48;

  private static final String UNITS_OF_TIME = "年月日号时点分";
  private static final String HAN_DIGITS = "〇零一二三四五六七八九十百千万亿两";
  private static final Map<String, String> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"));

  private Slots() {}

  /** Slots of folded text ({@link FoldedText#plain}), at most {@link #LIMIT}. */
  static Set<String> of(String plain) {
    Set<String> slots = new LinkedHashSet<>();
    int i = 0;
    while (i < plain.length() && slots.size() < LIMIT) {
      char c = plain.charAt(i);
      if (c >= '0' && c <= '9') {
        i = number(plain, i, slots);
      } else if (HAN_DIGITS.indexOf(c) >= 0) {
        i = hanNumber(plain, i, slots);
      } else if (c >= 'a' && c <= 'z') {
        i = word(plain, i, slots);
      } else {
        i++;
      }
    }
    return slots;
  }

  private static int number(String text, int start, Set<String> slots) {
    int end = start + 1;
    StringBuilder value = new StringBuilder().append(text.charAt(start));
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c >= '0' && c <= '9') {
        value.append(c);
      } else if ((c == '.' || c == ':') && digitAt(text, end + 1)) {
        value.append(c);
      } else if (!(c == ',' && digitAt(text, end + 1))) {
        break;
      }
      end++;
    }
    if (end < text.length() && UNITS_OF_TIME.indexOf(text.charAt(end)) >= 0) {
      value.append(text.charAt(end));
    }
    slots.add(value.toString());
    return end;
  }

  /** A numeral in Han characters counts when it is written out, ordered by 第 or a unit of time. */
  private static int hanNumber(String text, int start, Set<String> slots) {
    int end = start + 1;
    while (end < text.length() && HAN_DIGITS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean ordinal = start > 0 && text.charAt(start - 1) == '第';
    boolean time = end < text.length() && UNITS_OF_TIME.indexOf(text.charAt(end)) >= 0;
    if (ordinal || time || end - start > 1) {
      slots.add((ordinal ? "第" : "") + text.substring(start, end));
    }
    return end;
  }

  private static int word(String text, int start, Set<String> slots) {
    int end = start + 1;
    while (end < text.length()
        && FoldedText.counts(text.charAt(end))
        && !FoldedText.unspaced(text.charAt(end))) {
      end++;
    }
    String word = text.substring(start, end);
    String number = NUMBER_WORDS.get(word);
    if (number != null) {
      slots.add(number);
    }
    return end;
  }

  private static boolean digitAt(String text, int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }
}
