package dev.newsfold.parse.body;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.text.CharSet;
import org.jspecify.annotations.Nullable;

/**
 * Boilerplate by its own words: those by which lines beside, above and below an article's text give
 * themselves away. {@link BoilerplateWords} has phrases of some thirty languages, {@link
 * BoilerplatePatterns} what takes a regular expression.
 */
public final class Boilerplate {
  /** {@code Alex on September 17, 2018 at 6:34 am said:} */
  private static final int LONGEST_SIGNATURE = 80;

  /** One of these stands in every line that begins comments. */
  private static final CharSet COMMENT_CHARS = CharSet.of("论論言应應帖評评見见條条則则前:".chars());

  private Boilerplate() {}

  /** In the traces of a line, one that no pattern leaves: its words speak to readers. */
  private static final long TO_READERS = 1L << Long.SIZE - 2;

  /** The traces in a line of what such lines begin with or hold; not negative. */
  static long traces(Line line) {
    return line.furniture(Boilerplate::look);
  }

  private static long look(Line line) {
    long traces = BoilerplatePatterns.look(line);
    return BoilerplateWords.speaksToReaders(line) ? traces | TO_READERS : traces;
  }

  /** True for a line whose words speak to readers. */
  static boolean speaksToReaders(Line line) {
    return (traces(line) & TO_READERS) != 0;
  }

  /** True for a line with which the foot of the site begins, or goes on. */
  static boolean isFoot(Line line) {
    return BoilerplatePatterns.FOOT.find(line) != null;
  }

  /** A text without the button that it ends with. */
  static String withoutButton(String text) {
    return text.substring(0, BoilerplatePatterns.tail(text)).strip();
  }

  /** True for a sentence of a site's terms. */
  static boolean isOfTerms(Line line) {
    return BoilerplatePatterns.holdsTerms(line);
  }

  /** Why a line is no part of an article's text although it stands in it; null if it may be. */
  static @Nullable String why(Line line) {
    String kind = BoilerplatePatterns.LINES.find(line);
    return kind == null ? BoilerplateWords.why(line) : kind;
  }

  /** What begins with this line, if it is what follows an article; null if it does not look so. */
  public static @Nullable String whatBegins(Line line) {
    String kind = BoilerplatePatterns.ENDS.find(line);
    if (kind == null) {
      kind = BoilerplatePatterns.COMMENTS.find(line);
    }
    return kind == null && BoilerplateWords.headsList(line) ? "related list" : kind;
  }

  /** True if comments begin with this line. */
  static boolean beginsComments(Line line) {
    String text = line.text();
    return text.length() <= LONGEST_SIGNATURE
        && COMMENT_CHARS.isIn(text)
        && BoilerplatePatterns.COMMENTS.find(line) != null;
  }

  /** True for a line that asks readers to pay, subscribe, register or follow. */
  static boolean asks(Line line) {
    return BoilerplateWords.asks(line);
  }

  /** True for a line that says when the page was published, or how long it takes to read. */
  static boolean isStamp(Line line) {
    return BoilerplateWords.isStamp(line);
  }

  /** True for a line that says who wrote or sent the text above it. */
  static boolean isCredit(Line line) {
    return BoilerplateWords.isCredit(line);
  }
}
