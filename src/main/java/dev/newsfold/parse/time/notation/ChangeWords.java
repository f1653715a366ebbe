package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import java.util.regex.Pattern;

/** Words that call the time behind them that of a change; the list is {@code time-words.tsv}. */
public final class ChangeWords {
  private static final String WORDS = Lexicon.anyOf("time-words.tsv", 3, "change");
  private static final Pattern IN = Pattern.compile(WORDS);
  private static final Pattern BEFORE = Pattern.compile(WORDS + "[^.]{0,12}$");

  private ChangeWords() {}

  /** Whether a text in lower case holds such a word. */
  static boolean isIn(String text) {
    return IN.matcher(text).find();
  }

  /** Whether a text in lower case ends with such a word and little behind it. */
  public static boolean end(String text) {
    return BEFORE.matcher(text).find();
  }
}
