package dev.newsfold.parse.people;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.people.WesternBylines.Found;
import java.util.ArrayList;
import java.util.List;

/** Names in lines that begin with By, or follow one that says By and no more. */
final class PrintedBylines {
  private static final int MAX_BYLINE = 90;
  private static final int LONGEST_BY = 24;
  private static final int BELOW = 8;

  /** A byline has no more names than this; what follows may be anything. */
  private static final int MAX_NAMES = 4;

  private PrintedBylines() {}

  /** In the order of the page: around the headline, at both ends of the text, below it. */
  static void anywhere(Regions margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    lines.addAll(margins.closing());
    lines.addAll(margins.below().subList(0, Math.min(BELOW, margins.below().size())));
    read(lines, found);
  }

  /** Between the headline and the text only, where nothing but the article's byline stands. */
  static void beneathHeadline(Regions margins, List<Found> found) {
    read(margins.beneath(), found);
  }

  private static void read(List<Line> lines, List<Found> found) {
    for (int i = 0; i < lines.size(); i++) {
      String text = byline(lines, i);
      if (text.length() <= MAX_BYLINE && WesternNames.beginsByline(text)) {
        List<String> names = WesternNames.in(text);
        // A byline's first name is one; what follows may be anything.
        if (!names.isEmpty() && WesternNames.isCapitalised(names.get(0))) {
          WesternBylines.add(
              found,
              "text:by",
              names.stream().filter(WesternNames::isCapitalised).limit(MAX_NAMES).toList());
        }
      }
    }
  }

  /** By the Gazette Team, Our Editors: where nobody signs by name. */
  static void teams(Regions margins, List<Found> found) {
    for (int i = 0; i < margins.beneath().size(); i++) {
      String text = byline(margins.beneath(), i);
      String team =
          text.length() <= MAX_BYLINE && WesternNames.beginsByline(text)
              ? WesternNames.team(text)
              : null;
      if (team != null) {
        WesternBylines.add(found, "text:team", List.of(team));
      }
    }
  }

  /** A line; with the next one, if it says By and no more. */
  private static String byline(List<Line> lines, int at) {
    String text = lines.get(at).spaced();
    Line next = text.length() <= LONGEST_BY ? Regions.after(lines, at) : null;
    return next != null && WesternNames.isBareBy(text) ? text + ' ' + next.spaced() : text;
  }
}
