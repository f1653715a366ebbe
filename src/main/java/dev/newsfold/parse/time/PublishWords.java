package dev.newsfold.parse.time;

import dev.newsfold.parse.text.Lexicon;
import java.util.regex.Pattern;

/** Words that say of a time that a page was published then; the list is {@code time-words.tsv}. */
final class PublishWords {
  private static final Pattern IN =
      Pattern.compile(
          Lexicon.anyOf("time-words.tsv", 3, "published")
              + "|\\b"
              + Lexicon.anyOf("time-words.tsv", 3, "posted")
              + "\\b");

  private PublishWords() {}

  /** Whether a text in lower case and simplified characters holds such a word. */
  static boolean isIn(String text) {
    return IN.matcher(text).find();
  }
}
