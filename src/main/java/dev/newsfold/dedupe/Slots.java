package dev.newsfold.dedupe;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a text that a template leaves open: numbers, dates and clock times, and the places
 * that a text is about. Two texts that agree but for these are two items, not one.
 */
final class Slots {
  /** How many a text keeps, in order of appearance: enough for any bulletin. */
  static final int LIMIT = 48;

  /** Units that make a numeral a date, a time or the number of an issue. */
  private static final String UNITS = "年月日号时点分次届批期";

  /** Stands before the name of a place, and in no number. */
  private static final char PLACE = '@';

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
      } else if (HanNumeral.is(c)) {
        i = hanNumber(plain, i, slots);
      } else if (c >= 'a' && c <= 'z') {
        i = word(plain, i, slots);
      } else {
        i++;
      }
    }
    return slots;
  }

  /** Slots of a body: those of its text, and the places it is about. */
  static Set<String> ofBody(String plain) {
    Set<String> slots = of(plain);
    PlaceNames.of(plain).forEach(name -> slots.add(PLACE + name));
    return slots;
  }

  /** Whether a slot is the name of a place. */
  static boolean isPlace(String slot) {
    return slot.charAt(0) == PLACE;
  }

  /** The number in a slot, without 第 and without its unit. */
  static String value(String slot) {
    int start = slot.startsWith("第") ? 1 : 0;
    int end = slot.length();
    return UNITS.indexOf(slot.charAt(end - 1)) >= 0
        ? slot.substring(start, end - 1)
        : slot.substring(start);
  }

  private static int number(String text, int start, Set<String> slots) {
    int end = Numerals.end(text, start);
    slots.add(withUnit(text, start, end, Numerals.value(text, start, end)));
    return end;
  }

  /**
   * A numeral in Han characters counts when it is written out, ordered by 第 or followed by a unit
   * of time; 万 or 亿 alone is the unit of the number before it.
   */
  private static int hanNumber(String text, int start, Set<String> slots) {
    int end = start + 1;
    while (end < text.length() && HanNumeral.is(text.charAt(end))) {
      end++;
    }
    String run = text.substring(start, end);
    boolean afterDigit =
        start > 0 && text.charAt(start - 1) <= '9' && text.charAt(start - 1) >= '0';
    boolean ordinal = start > 0 && text.charAt(start - 1) == '第';
    boolean time = end < text.length() && UNITS.indexOf(text.charAt(end)) >= 0;
    if (!afterDigit && (ordinal || time || run.length() > 1)) {
      slots.add(withUnit(text, start, end, HanNumeral.value(run)));
    }
    return end;
  }

  private static String withUnit(String text, int start, int end, String value) {
    String ordinal = start > 0 && text.charAt(start - 1) == '第' ? "第" : "";
    boolean unit = end < text.length() && UNITS.indexOf(text.charAt(end)) >= 0;
    return ordinal + value + (unit ? text.substring(end, end + 1) : "");
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
}
