package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that call the time behind them that of a change; the list is {@code time-words.tsv}. */
public final class ChangeWords {
  private static final String WORDS = words();
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

  private static String words() {
    return Lexicon.list("time-words.tsv", 3, "change").stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }
}
