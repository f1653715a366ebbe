package dev.newsfold.parse.people;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.people.WesternBylines.Found;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in lines that begin with By, or follow one that says By and no more. */
final class PrintedBylines {
  private static final int MAX_BYLINE = 90;
  private static final int LONGEST_LINE = 160;
  private static final int LONGEST_BY = 24;
  private static final int BELOW = 8;
  private static final int SHORTEST_BYLINE = 8;

  /** A byline has no more names than this; what follows may be anything. */
  private static final int MAX_NAMES = 4;

  /** Autorin: Jana Roth: what a line of the text is, and nothing else. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:" + BylineWords.any("author") + ")(?:\\s?[:：]\\s?|\\s(?=\\p{Lu}))(.+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Posted in Gardens by Jane Roe on 3 May; Posted on 3 May by Jane Roe. */
  private static final Pattern POSTED =
      Pattern.compile(
          "(?:%s) (?:%s) .{2,60}? by (.+)"
              .formatted(BylineWords.any("filed"), BylineWords.any("under")),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNDER =
      Pattern.compile("^(posted by .{2,60}?) under .*", Pattern.CASE_INSENSITIVE);

  /** 20 January 2021, by Jane Roe. */
  private static final Pattern BEHIND_TIME =
      Pattern.compile("(?<=[\\d,|·–—)])\\s(?:" + BylineWords.any("by") + ")\\s{1,3}(?=\\p{Lu})");

  private static final Set<String> AND = BylineWords.of("and");

  private PrintedBylines() {}

  /** The line of the text that is the author's name behind a label, wherever it stands. */
  static void labelled(List<Line> body, List<Found> found) {
    for (Line line : body) {
      if (line.text().length() <= MAX_BYLINE) {
        Matcher label = LABELLED.matcher(line.text());
        List<String> names = label.matches() ? WesternNames.in(label.group(1)) : List.of();
        if (!names.isEmpty() && WesternNames.isFullName(names.get(0))) {
          boolean sentence = line.text().endsWith("."); // which says what the first one does
          WesternBylines.add(
              found,
              "text:label in the text",
              names.stream()
                  .filter(WesternNames::isFullName)
                  .limit(sentence ? 1 : MAX_NAMES)
                  .toList());
          return;
        }
      }
    }
  }

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
      if (text.length() <= MAX_BYLINE && BylineStart.opens(text)) {
        List<String> names = ClassBylines.withoutPlace(WesternNames.in(upToTime(text)));
        // A byline's first name is one; what follows may be anything.
        if (!names.isEmpty() && WesternNames.isCapitalised(names.get(0))) {
          WesternBylines.add(
              found,
              "text:by",
              names.stream().filter(WesternNames::isCapitalised).limit(MAX_NAMES).toList());
        }
      } else if (text.length() <= LONGEST_LINE) {
        amid(text, found);
      }
    }
  }

  /** By Jane Roe • 20 January 2021 • Town, Harbour: sections follow the time. */
  private static String upToTime(String text) {
    StatedTime time = TimeText.scan(text, TimeContext.ANY_TIME).first();
    return time == null || !time.complete() || time.start() < SHORTEST_BYLINE
        ? text
        : text.substring(0, Math.min(text.length(), time.end()));
  }

  /** 20 January 2021 Author: Jane Roe Source: Lake Gazette. */
  private static void amid(String text, List<Found> found) {
    Matcher by = BEHIND_TIME.matcher(text);
    if (by.find()
        && TimeText.scan(text.substring(0, by.start()), TimeContext.ANY_TIME).first() != null) {
      List<String> names = WesternNames.in(text.substring(by.end()));
      if (!names.isEmpty() && WesternNames.isFullName(names.get(0))) {
        WesternBylines.add(
            found,
            "text:by behind the time",
            names.stream().filter(WesternNames::isFullName).limit(MAX_NAMES).toList());
      }
    }
    for (Labelled label : text.indexOf(':') < 0 ? List.<Labelled>of() : Labelled.in(text)) {
      List<String> names =
          label.label() == Label.AUTHOR && label.start() > 0 && label.separated(text)
              ? WesternNames.in(label.value())
              : List.of();
      if (names.stream().allMatch(CaselessNames::isFullNameOfAnyScript)) {
        WesternBylines.add(found, "text:label in the line", names);
      }
    }
  }

  /** By the Gazette Team, Our Editors: where nobody signs by name. */
  static void teams(Regions margins, List<Found> found) {
    for (int i = 0; i < margins.beneath().size(); i++) {
      String text = byline(margins.beneath(), i);
      String team = text.length() <= MAX_BYLINE && BylineStart.opens(text) ? Teams.in(text) : null;
      if (team != null) {
        WesternBylines.add(found, "text:team", List.of(team));
      }
    }
  }

  /** A line; with the next one, if it says By and no more. */
  private static String byline(List<Line> lines, int at) {
    String text = lines.get(at).spaced();
    Line next = text.length() <= LONGEST_BY ? Regions.after(lines, at) : null;
    if (next != null && BylineStart.isAll(text)) {
      return text + ' ' + next.spaced() + second(lines, at);
    }
    text = withoutLabels(text);
    Matcher posted = POSTED.matcher(text);
    return UNDER.matcher(posted.matches() ? "by " + posted.group(1) : text).replaceFirst("$1");
  }

  /** By, Jane Roe, and, John Doe: each in a line of its own; empty if no line says and. */
  private static String second(List<Line> lines, int at) {
    int index = lines.get(at).index();
    String and = "";
    for (Line line : lines) {
      if (line.index() == index + 2 && AND.contains(line.lower())) {
        and = ' ' + line.text() + ' ';
      } else if (line.index() == index + 3 && !and.isEmpty()) {
        return and + line.spaced();
      }
    }
    return "";
  }

  /** By Jane Roe Edited by: John Doe: the byline ends where the next label begins. */
  private static String withoutLabels(String text) {
    if (text.length() > 2 * MAX_BYLINE || text.indexOf(':') < 0 || !BylineStart.opens(text)) {
      return text;
    }
    int opening = text.length() - BylineStart.without(text).length();
    for (Labelled label : Labelled.in(text)) {
      if (label.start() >= Math.max(opening, 5) && label.separated(text)) {
        return text.substring(0, label.start()).strip();
      }
    }
    return text;
  }
}
