package dev.newsfold.parse.headline;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Headline;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.TextDensity;
import dev.newsfold.parse.text.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first sentence of a text, for want of a headline: of pages that hold a text and nothing else,
 * such as fragments that scripts put into other pages.
 */
public final class FirstSentence {
  /** A text that says less may be anything. */
  private static final int LONG_TEXT = 300;

  /** No more of the page than this share may be links, or it is a list. */
  private static final double FEW_LINKS = 0.1;

  /** The longest headline, in chars; a longer sentence is cut between words. */
  private static final int MAX_LENGTH = 120;

  /** A full stop, not behind an initial or a number, and what closes a quotation. */
  private static final Pattern END =
      Pattern.compile("[。！？]|(?<=[\\p{Ll}\\p{M})%]{3})[.!?][\"”’»]?(?=\\s|$)");

  private FirstSentence() {}

  /** The sentence, which no line of its own shows; null where a headline was found. */
  public static @Nullable Headline find(Draft draft) {
    List<Line> body = draft.body();
    if (!draft.headline().text().isEmpty()
        || !draft.page().title().isBlank() // an article whose headline is blank or its site's
        || body.isEmpty()) {
      return null;
    }
    int text = 0;
    int all = 0;
    int links = 0;
    for (Line line : draft.page().lines()) {
      all += line.weight();
      links += line.linkWeight();
    }
    for (Line line : body) {
      text += TextDensity.isProse(line) ? line.weight() : 0;
    }
    Line first = body.get(0);
    if (text < LONG_TEXT || links > all * FEW_LINKS || !TextDensity.isProse(first)) {
      return null;
    }
    Matcher end = END.matcher(first.text());
    String sentence = end.find() ? first.text().substring(0, end.start()) : first.text();
    return new Headline(cut(sentence), null);
  }

  private static String cut(String sentence) {
    if (sentence.length() <= MAX_LENGTH) {
      return sentence;
    }
    String head = Text.cut(sentence, MAX_LENGTH);
    int blank = head.lastIndexOf(' ');
    return (blank > MAX_LENGTH / 2 ? head.substring(0, blank) : head) + "…";
  }
}
