package dev.newsfold.parse.headline;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Sentences;
import dev.newsfold.parse.text.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that stands above the body like a headline: for pages that neither show nor tell which
 * line it is.
 */
final class HeadlineAbove {
  private static final int PARAGRAPH_WEIGHT = 200;

  /** A line of a text wrapped by hand says at least this much. */
  private static final int WRAPPED_WEIGHT = 80;

  private static final int MAX_ABOVE = 8;

  /** Lines above a body that are no headlines: times, names, enumerations, sentences. */
  private static final Pattern NO_HEADLINE =
      Pattern.compile(
          "\\d{1,2}[:：]\\d{2}|^\\s*+(?:19|20)\\d\\d\\s?[-/.年]|^(?:——|第?\\s?[A-Za-z]?\\d{1,3}\\s?版(?:[:：]|$)|第\\S{1,5}版(?:[:：]|$)|[一二三四五六七八九十]{1,3}、|\\d{1,2}[、.．]|"
              + Lexicon.anyOf("headlines.tsv", 3, "below")
              + ")|位置\\s?[:：]|\\S\\s?[>＞»→]\\s?\\S|[。；;]$|[:：][\\s．.]*+$|https?://|"
              + Lexicon.anyOf("headlines.tsv", 3, "counts"));

  /** What forums print before a headline. */
  private static final Pattern PREFIX =
      Pattern.compile("^" + Lexicon.anyOf("headlines.tsv", 3, "label") + "\\s*+[:：]\\s*+");

  private HeadlineAbove() {}

  /** The line above the body that may be its headline; null if there is none. */
  static @Nullable Headline find(Draft draft) {
    int first = 0;
    while (first < draft.body().size() && !isParagraph(draft.body().get(first))) {
      first++;
    }
    Line above = null;
    int end = first < draft.body().size() ? draft.body().get(first).index() : 0;
    for (int i = end - 1; i >= Math.max(0, end - MAX_ABOVE); i--) {
      Line line = draft.page().lines().get(i);
      if (line.linkWeight() > 0 && line.weight() > 40 || line.links().size() > 1) {
        break;
      }
      if (standsAlone(line)) {
        above = line;
      }
    }
    if (above == null) {
      return null;
    }
    String text = Text.without(PREFIX, above.text());
    return new Headline(text, above);
  }

  /** Prose that cannot be a headline. */
  private static boolean isParagraph(Line line) {
    return TextDensity.isProse(line)
        && (line.weight() >= PARAGRAPH_WEIGHT
            || line.weight() >= WRAPPED_WEIGHT && line.punctuation() > 1
            || Sentences.isComplete(line.text()));
  }

  private static boolean standsAlone(Line line) {
    return line.weight() >= 15
        && line.weight() <= 200
        && line.linkWeight() == 0
        && !NO_HEADLINE.matcher(line.plain()).find();
  }
}
