package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.people.WesternBylines.Found;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Full names that neither a word nor a class announces, known by where they stand: beside the time,
 * in a line of their own at either end of the text, beneath a heading that says About the author.
 */
final class LoneNames {
  private static final Pattern PARTS =
      Pattern.compile("\\s*[|•·–—]\\s*|\\s+[-/]\\s+|,\\s+|\\s{2,}");

  /** de Jane Roe: too small a word to begin a byline away from the time. */
  private static final Pattern BESIDE =
      Pattern.compile("^(?:" + BylineWords.any("beside") + ")\\s(?=\\p{Lu})");

  private static final Set<String> ABOUT = BylineWords.of("about");
  private static final Set<String> WROTE = BylineWords.of("wrote");

  private static final int ABOVE = 4;
  private static final int BELOW = 30;
  private static final int MAX_LINE = 120;
  private static final int MAX_PARTS = 5;
  private static final int MAX_WORDS = 5;

  /** A line that gives a time has little else. */
  private static final int LONGEST_TIME = 60;

  private static final Set<String> BENEATH_TEXT = BylineWords.of("beneath");

  private LoneNames() {}

  private static String language(Draft draft) {
    String language = draft.article().getLanguage();
    return language == null ? "" : language;
  }

  /** What a place tells only where nothing else on the page does. */
  static void beside(Draft draft, Regions margins, List<Found> found) {
    String language = language(draft);
    if (language.startsWith("ja") || language.startsWith("ko")) {
      return;
    }
    besideTimes(margins, found);
    besideCounters(margins, found);
    alone(draft, found);
  }

  /** Names in the line of the time, and in those next to it. */
  static void besideTimes(Regions margins, List<Found> found) {
    List<Line> head = new ArrayList<>(margins.beneath());
    head.addAll(margins.above().subList(0, Math.min(ABOVE, margins.above().size())));
    for (Line line : margins.opening()) {
      if (line.text().length() <= LONGEST_TIME) {
        head.add(line);
      }
    }
    for (int i = 0; i < head.size(); i++) {
      besideTime(head, i, found);
    }
  }

  /** 3 min read · Jane Roe · 5 comments: the one full name in a line of counters. */
  private static void besideCounters(Regions margins, List<Found> found) {
    for (Line line : margins.beneath()) {
      String text = line.text().length() > MAX_LINE || line.isHeading() ? "" : line.spaced();
      String barred = Counters.barred(text);
      if (!barred.equals(text) && !leadsElsewhere(line)) {
        List<String> names =
            Stream.of(PARTS.split(barred.strip(), MAX_PARTS + 1))
                .map(String::strip)
                .filter(part -> WesternNames.isFullName(part) && !WesternOutlets.isOutlet(part))
                .toList();
        if (names.size() == 1) {
          WesternBylines.add(found, "text:name beside a counter", names);
        }
      }
    }
  }

  /** What lines at the end say of the author. */
  static void about(Regions margins, List<Found> found) {
    List<Line> end = new ArrayList<>(margins.closing());
    end.addAll(margins.below().subList(0, Math.min(BELOW, margins.below().size())));
    for (int i = 0; i < end.size(); i++) {
      aboutAuthor(end, i, found);
    }
  }

  /** Jane Roe | Senior Writer | July 2, 2025; or in the line before or after that of the time. */
  private static void besideTime(List<Line> lines, int at, List<Found> found) {
    Line line = lines.get(at);
    if (line.text().length() > MAX_LINE || line.isHeading() || leadsElsewhere(line)) {
      return;
    }
    String text = line.spaced();
    StatedTime time = timeIn(text);
    if (time != null) {
      String rest = text.substring(0, time.start()) + " | " + text.substring(time.end());
      String[] parts = PARTS.split(rest.strip(), MAX_PARTS + 1);
      List<String> names = new ArrayList<>();
      for (String part : parts) {
        List<String> read = WesternNames.in(BESIDE.matcher(part.strip()).replaceFirst(""));
        if (part.strip().endsWith(":")
            || Labelled.in(part.strip() + ':').stream().anyMatch(label -> label.start() == 0)) {
          break; // Date of publication, in any language
        }
        if (!read.isEmpty() && read.stream().allMatch(WesternNames::isFullName)) {
          names.addAll(read);
        } else if (!names.isEmpty()) {
          break;
        }
      }
      WesternBylines.add(
          found, "text:name beside the time", names.isEmpty() ? marked(line) : names);
    } else if (WesternNames.isFullName(BylineEnds.without(text))
        && !WesternOutlets.isCompany(text)
        && isBesideTime(lines, at, false)) {
      List<String> marked = marked(line);
      WesternBylines.add(
          found,
          "text:name beside the time",
          marked.isEmpty() ? List.of(BylineEnds.without(text)) : marked);
    } else if (isBesideTime(lines, at, true)) {
      List<String> alone = namesAlone(text);
      WesternBylines.add(
          found, "text:name beside the time", alone.isEmpty() ? marked(line) : alone);
    }
  }

  /**
   * {@code Lake Gazette <b class="n">Jane Roe</b>}: a full name in an element behind an outlet's.
   */
  private static List<String> marked(Line line) {
    for (Span span : line.spans()) {
      if (span.start() > 0
          && !span.isLink()
          && line.text().length() <= LONGEST_TIME
          && WesternNames.isFullName(span.text())) {
        return List.of(span.text());
      }
    }
    return List.of();
  }

  /** Jane Roe, or Jane Roe, Gazette News: names with nothing but outlets behind them. */
  private static List<String> namesAlone(String text) {
    List<String> names = new ArrayList<>();
    for (String part : PARTS.split(text.strip().replace(",", ", "), MAX_PARTS + 1)) {
      boolean outlet = WesternOutlets.isOutlet(part.strip());
      boolean person = WesternNames.isFullName(part.strip()) && part.split(" ").length < MAX_WORDS;
      if (outlet == names.isEmpty() || !outlet && !person) {
        return List.of();
      }
      if (!outlet) {
        names.add(part.strip());
      }
    }
    return names;
  }

  /**
   * @param ages whether an age in a time element counts, such as 3 days ago
   */
  private static boolean isBesideTime(List<Line> lines, int at, boolean ages) {
    int index = lines.get(at).index();
    return lines.stream()
        .anyMatch(
            other ->
                Math.abs(other.index() - index) == 1
                    && other.text().length() <= LONGEST_TIME
                    && (ages && other.block().within("time") != null
                        || timeIn(other.spaced()) != null));
  }

  private static @Nullable StatedTime timeIn(String text) {
    return TimeText.scan(text, TimeContext.ANY_TIME).first();
  }

  /** Links beside a time lead to sections and topics, if not to an author. */
  private static boolean leadsElsewhere(Line line) {
    return line.links().stream().anyMatch(link -> !link.leadsToAuthor());
  }

  /** About the author, and a name in the next line; This post was written by Jane Roe, a nurse. */
  private static void aboutAuthor(List<Line> lines, int at, List<Found> found) {
    Line line = lines.get(at);
    String text = line.text().toLowerCase(Locale.ROOT);
    if (ABOUT.contains(withoutColon(text))) {
      Line next = Regions.after(lines, at);
      if (next != null && WesternNames.isFullName(next.text())) {
        WesternBylines.add(found, "text:about the author", List.of(next.text()));
      }
    }
    for (String wrote : WROTE) {
      if (text.startsWith(wrote) && text.startsWith(" ", wrote.length())) {
        String name = PARTS.split(line.text().substring(wrote.length()).strip(), 2)[0];
        if (WesternNames.isFullName(name)) {
          WesternBylines.add(found, "text:about the author", List.of(name));
        }
      }
    }
  }

  private static String withoutColon(String text) {
    return text.endsWith(":") || text.endsWith("：")
        ? text.substring(0, text.length() - 1).stripTrailing()
        : text;
  }

  /** The first or the last line of the text, if it is a name that the page shows elsewhere too. */
  private static void alone(Draft draft, List<Found> found) {
    Line first = draft.firstBodyLine();
    Line last = draft.lastBodyLine();
    // Papers of some countries print the author beneath the text, and nowhere else.
    boolean beneath = BENEATH_TEXT.contains(language(draft).split("-", 2)[0]);
    List<Line> edges = new ArrayList<>();
    if (first != null && last != null) {
      Line behind = draft.page().line(last.index() + 1); // a signature is no part of the body
      boolean signs = behind != null && behind.block().parent() == last.block().parent();
      edges.add(behind != null && signs && NamesWithRoles.isName(behind) ? behind : last);
      edges.add(first);
    }
    for (Line line : edges) {
      if (line.isHeading() || !line.links().isEmpty() || !WesternNames.isFullName(line.text())) {
        continue;
      }
      if (beneath && line != first
          || draft.page().lines().stream()
              .anyMatch(other -> other != line && other.text().contains(line.text()))) {
        WesternBylines.add(found, "text:name alone", List.of(line.text()));
      }
    }
  }
}
