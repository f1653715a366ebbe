package dev.newsfold.parse.origin;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.people.PersonNames;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the outlet that signs a Chinese text in one line with its reporter or the day, as papers of
 * Malaysia and Singapore do: （某某日报‧报道：张三‧2021.02.19）.
 */
final class SignedSources {
  private static final Pattern SIGNED =
      Pattern.compile(
          "[(（【]?\\s?(\\p{IsHan}{3,12}?)(?:[/／]\\p{IsHan}{2,4})?\\s?[)）]?\\s?[‧·•・/／|｜]{1,2}\\s?"
              + "(?:(?:%s)\\s?[:：/／]|(?:19|20)\\d{2}\\s?[-./年]\\s?\\d{1,2})"
                  .formatted(words(Label.AUTHOR) + "|" + words(Label.REPORTER)));

  private static final int LONGEST = 60;

  private SignedSources() {}

  private static String words(Label label) {
    return Lexicon.anyOf(label.words());
  }

  /** The outlets with which some lines begin so. */
  static List<Source> in(List<Line> lines) {
    List<Source> sources = new ArrayList<>();
    for (Line line : lines) {
      Matcher signed = line.text().length() > LONGEST ? null : SIGNED.matcher(line.plain());
      if (signed != null && signed.lookingAt() && PersonNames.isOutlet(signed.group(1))) {
        Source.add(sources, line.text().substring(signed.start(1), signed.end(1)), null);
      }
    }
    return sources;
  }
}
