package dev.newsfold.parse.headline;

import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.regex.Pattern;

/** What kind of text it is, which some papers set behind the headline: {@code … | Opinion}. */
final class Genres {
  private static final Pattern AT_END =
      Pattern.compile(
          "\\s++[|｜]\\s++" + Lexicon.anyOf("headlines.tsv", 3, "genre") + "$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Genres() {}

  /** A headline without the genre behind it. */
  static String off(String headline) {
    return headline.indexOf('|') < 0 && headline.indexOf('｜') < 0
        ? headline
        : Text.without(AT_END, headline);
  }
}
