package dev.newsfold.parse.time.notation;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of weekdays between a time of day and its day: 2:30 PM ET, Wed January 20. */
final class Weekdays {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Set<String> NAMES = names();

  private static final Pattern NO_GAP = Pattern.compile("[\\n\\d]");

  /** Short words that stand beside a weekday. */
  private static final Set<String> SMALL = Set.of("on", "the", "am", "den", "le", "el", "di");

  private static final int LONGEST = 24;
  private static final int LONGEST_SMALL = 3;

  private Weekdays() {}

  /** Whether a folded text is nothing but a weekday. */
  static boolean fill(String text) {
    if (text.length() > LONGEST || NO_GAP.matcher(text).find()) {
      return false;
    }
    for (String word : NO_WORD.split(text, 0)) {
      if (!word.isEmpty() && !NAMES.contains(word) && !SMALL.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a folded text holds a word, and not just a weekday or "at". */
  static boolean holdsWord(String text) {
    for (String word : NO_WORD.split(text, 0)) {
      if (word.length() > LONGEST_SMALL && !NAMES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    for (String language : MonthNames.languages()) {
      Locale locale = Locale.forLanguageTag(language);
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.SHORT,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT_STANDALONE)) {
          String name = day.getDisplayName(style, locale);
          String folded = DateChars.fold(name, name.length());
          for (String word : NO_WORD.split(folded, 0)) {
            if (!word.isEmpty()) {
              names.add(word);
            }
          }
        }
      }
    }
    return Set.copyOf(names);
  }
}
