package dev.newsfold.parse.people;

import dev.newsfold.parse.text.PrefilteredPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that open a byline: By, Von, Par, Autor:. */
final class BylineStart {
  /** By, Von, Par, Por, Di, Door, Av, Od, Autor: at the start of a byline. */
  private static final PrefilteredPattern BY =
      PrefilteredPattern.of(
          // A label with its colon first: it may begin with a word that opens a byline without one.
          "^(?:"
              + BylineWords.any("label")
              + ")\\s{0,2}[:：՝፡]\\s{0,2}|^[–—-]{0,4}\\s{0,2}(?:(?:"
              + BylineWords.any("done")
              + ")\\s)?(?:"
              + BylineWords.any("by")
              + ")(?:\\s{0,2}[:：]\\s{0,2}|\\s{1,3}(?:[–—-]\\s{1,2})?)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private BylineStart() {}

  /** True for a line that begins with By and goes on. */
  static boolean opens(String text) {
    return BY.begins(text);
  }

  /** True for a line that says By and no more. */
  static boolean isAll(String text) {
    return without(text + ' ').isEmpty() || without(text + ": ").isEmpty();
  }

  static String without(String text) {
    Matcher by = BY.at(text, 0, text.length());
    return by == null ? text : text.substring(by.end());
  }
}
