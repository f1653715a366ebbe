package dev.newsfold.parse.people;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.regex.Pattern;

/** Counters of readers and comments in the line of the author: 阅读 1234, 3 min read, 5 comments. */
public final class Counters {
  private static final String COUNTED = Lexicon.anyOf("navigation.tsv", 3, "read");

  private static final String UNIT =
      Lexicon.anyOf("navigation.tsv", 3, "many")
          + "?\\s?"
          + Lexicon.anyOf("navigation.tsv", 3, "counted")
          + "?";

  private static final String NUMBER = "\\d[\\d.,]{0,9}[kKwW+]?\\s?" + UNIT;

  /** 阅读(1234), 评论：5; 1.2万次浏览, 1234人阅读; 3 min read, 1,234 views. */
  private static final Pattern COUNTER =
      Pattern.compile(
          "%1$s\\s?[(（:：]?\\s?%2$s[)）]?(?![\\d-/.年月])|(?<![\\d-/.:])%2$s\\s?(?:%1$s|(?iu:%3$s)(?!\\p{L}))"
              .formatted(
                  COUNTED, NUMBER, Lexicon.anyOf("navigation.tsv", 3, "counter behind a number")));

  private Counters() {}

  /** A text with a bar in place of each counter; the text itself if it holds none. */
  static String barred(String text) {
    return areIn(text) ? COUNTER.matcher(text).replaceAll(" | ") : text;
  }

  /** True for a text that holds a counter. */
  public static boolean areIn(String text) {
    return text.chars().anyMatch(Character::isDigit) && COUNTER.matcher(Text.plain(text)).find();
  }
}
