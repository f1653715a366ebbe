package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off the time of day that news tickers set behind a headline: Council meets (10:22). Scores
 * of matches look alike: it must be told to be a time, by a word or by another place of the page.
 */
final class LiveClock {
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\s*[(（\\[【]\\s?(?<before>\\p{L}{2,12}\\s?[:：]?\\s)?(?<clock>(?:[01]?\\d|2[0-3])[:：.][0-5]\\d)\\s?(?<behind>%s)?\\s?[)）\\]】]$"
              .formatted(Lexicon.anyOf("time-words.tsv", 3, "o'clock", "hour in short")),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MARK = Pattern.compile("[：.]");

  /** A clock of four digits, as news tickers have it; scores in Chinese and Japanese are lower. */
  private static final int FOUR_DIGITS = 5;

  private static final int HEAD = 8;
  private static final int SHORT_LINE = 120;

  private LiveClock() {}

  /** The headline without such a clock. */
  static String off(String headline, PageView page, Claims claims) {
    Matcher m = CLOCK.matcher(headline);
    if (!m.find() || m.start() == 0) {
      return headline;
    }
    String bare = headline.substring(0, m.start());
    String clock = MARK.matcher(m.group("clock")).replaceFirst(":");
    boolean told =
        m.group("before") != null
            || m.group("behind") != null
            || claims.keys().contains(Keys.of(bare))
            || clock.length() == FOUR_DIGITS && Text.isCjk(bare.charAt(bare.length() - 1))
            || isShown(clock, headline, page);
    return told ? bare : headline;
  }

  /** True if a short line below the headline shows the same clock. */
  private static boolean isShown(String clock, String headline, PageView page) {
    int below = 0;
    for (Line line : page.lines()) {
      if (below > 0 && line.text().length() <= SHORT_LINE && line.text().contains(clock)) {
        return true;
      }
      below = below > 0 || line.text().contains(headline) ? below + 1 : 0;
      if (below > HEAD) {
        return false;
      }
    }
    return false;
  }
}
