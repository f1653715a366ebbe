package dev.newsfold.parse.time.notation;

import dev.newsfold.parse.text.Lexicon;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that call the time behind them that of a change; the list is {@code change-words.tsv}. */
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
    Set<String> words = new LinkedHashSet<>();
    for (Lexicon.Row row : Lexicon.read("change-words.tsv", 2)) {
      row.list(1).forEach(word -> words.add(Pattern.quote(word)));
    }
    return "(?:" + String.join("|", words) + ')';
  }
}
