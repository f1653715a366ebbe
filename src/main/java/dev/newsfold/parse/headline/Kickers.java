package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.NamePattern;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.LineTimes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes off what templates print inside a heading before the headline: a kicker, a topic, the day;
 * and behind it: a badge, a second headline.
 */
final class Kickers {
  private static final NamePattern NAMES = ClassNames.pattern("kicker");

  /** What is left says at least this much: six CJK characters, three words. */
  private static final int HEADLINE_WEIGHT = 18;

  /** A badge says no more; a second headline goes only where title and metadata leave it out. */
  private static final int BADGE_WEIGHT = 15;

  private static final String SEPARATORS = " :：|｜/·•–—-";

  private Kickers() {}

  /**
   * The headline without what stands before and behind it in its heading.
   *
   * @param parts the lines of the heading
   * @param text these lines joined by blanks
   * @param claims what the page claims as its headline; kickers that JSON-LD holds belong to it
   */
  static String off(List<Line> parts, String text, Claims claims) {
    Set<String> titles = claims.keys();
    if (claims.headlines().contains(Keys.of(text))) {
      return text;
    }
    for (int border : borders(parts)) {
      String rest = behind(text, border);
      if (Text.weight(rest) >= HEADLINE_WEIGHT && titles.contains(Keys.of(rest))) {
        return rest;
      }
    }
    for (int border : borders(parts)) {
      String head = text.substring(0, Math.min(border, text.length())).strip();
      if (Text.weight(head) >= HEADLINE_WEIGHT
          && titles.contains(Keys.of(head))
          && !titles.contains(Keys.of(text))
          && (Text.weight(text) - Text.weight(head) <= BADGE_WEIGHT
              || claims.isConfirmed(Keys.of(head)))) {
        return head;
      }
    }
    String behind = behindWord(text);
    if (titles.contains(Keys.of(behind)) && !titles.contains(Keys.of(text))) {
      return behind;
    }
    // JSON-LD would have held a kicker that belongs to the headline; a title joins the two.
    String rest = behind(text, endOfKicker(parts));
    boolean own = !claims.headlines().isEmpty() && titles.contains(Keys.of(text));
    return Text.weight(rest) >= HEADLINE_WEIGHT && !own ? rest : text;
  }

  /** What follows the single word before a colon: Blog: Ten trails by the sea; else all. */
  private static String behindWord(String text) {
    int colon = text.indexOf(": ");
    String rest = colon > 0 ? text.substring(colon + 2) : "";
    return Text.weight(rest) >= HEADLINE_WEIGHT && text.lastIndexOf(' ', colon) < 0 ? rest : text;
  }

  /** True for a line in a block named for a kicker, apart from the headline. */
  static boolean isKicker(Line line) {
    return !line.isHeading() && NAMES.isIn(line.block().hint());
  }

  /** Where inline elements and lines begin and end, in order. */
  private static Set<Integer> borders(List<Line> parts) {
    Set<Integer> borders = new TreeSet<>();
    int at = 0;
    for (Line part : parts) {
      borders.add(at);
      for (Span span : part.spans()) {
        borders.add(at + span.start());
        borders.add(at + span.start() + span.text().length());
      }
      at += part.text().length() + 1;
    }
    borders.remove(0);
    return borders;
  }

  /** Where an element at the head ends that is named for a kicker or a time; 0 if there is none. */
  private static int endOfKicker(List<Line> parts) {
    Line first = parts.get(0);
    for (Span span : first.spans()) {
      if (span.start() == 0
          && span.text().length() < first.text().length() + parts.size() - 1
          && (NAMES.isIn(span.hint()) || LineTimes.isNamedForTime(span))) {
        return span.text().length();
      }
    }
    boolean apart = parts.size() > 1 && first.block() != parts.get(1).block();
    return apart && NAMES.isIn(first.block().hint()) ? first.text().length() : 0;
  }

  private static String behind(String text, int border) {
    int start = border;
    while (start > 0 && start < text.length() && SEPARATORS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(Math.min(start, text.length()));
  }
}
