package dev.newsfold.parse.people;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.people.WesternBylines.Found;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.NamePattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names in elements whose class, rel, itemprop or address speaks of an author. */
final class ClassBylines {
  private static final NamePattern HINT = ClassNames.pattern("byline");

  /** Class names that say author but hold portraits, counters and lists. */
  private static final NamePattern NO_HINT = ClassNames.pattern("no byline");

  private static final NamePattern CREDIT = ClassNames.pattern("credit");

  /** Class names of lines that show an author's name and nothing else. */
  private static final NamePattern NAME_HINT = ClassNames.pattern("author's name");

  /** A line that ends so tells that the next names who checked the text, and did not write it. */
  private static final Set<String> CHECKED = BylineWords.of("checked");

  private static final int SMALL_BLOCK = 3;
  private static final int MAX_LINE = 160;
  private static final int BELOW = 40;

  private ClassBylines() {}

  /** Names around the headline and in the first lines. */
  static void around(Regions margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    Line before = null;
    for (Line line : lines) {
      if (line.text().length() > MAX_LINE) {
        continue;
      }
      Set<String> names = isOfChecker(line, margins) ? Set.of() : names(line);
      if (before != null && goesOn(before, line, names, found)) {
        Set<String> all = new LinkedHashSet<>(found.remove(found.size() - 1).names());
        all.addAll(names);
        WesternBylines.add(found, "text:class", all);
      } else {
        WesternBylines.add(found, "text:class", names);
      }
      before = names.isEmpty() ? before : line;
    }
  }

  /** Reviewed by Jane Roe, or the label in the line before. */
  private static boolean isOfChecker(Line line, Regions margins) {
    if (checks(line.lower())) {
      return true;
    }
    for (Line other : margins.aroundHeadline()) {
      if (other.index() == line.index() - 1) {
        return CHECKED.contains(other.lower().replaceFirst("\\s*[:：]$", "").strip());
      }
    }
    return false;
  }

  private static boolean checks(String text) {
    return CHECKED.stream().anyMatch(text::startsWith);
  }

  /**
   * The one name, or the names of the one line, that lines named for an author's name show at the
   * end and below.
   */
  static void below(Regions margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.closing());
    lines.addAll(margins.below().subList(0, Math.min(BELOW, margins.below().size())));
    Set<List<String>> signed = new LinkedHashSet<>();
    for (Line line : lines) {
      boolean named =
          NAME_HINT.isIn(line.block().hint())
              || line.spans().stream().anyMatch(span -> NAME_HINT.isIn(span.hint()));
      boolean ofAuthor = isOfAuthor(line) && WesternNames.isFullName(firstPart(line.text()));
      if (!ofAuthor && isOfAuthor(line)) {
        List<String> pair = WesternNames.in(line.text());
        ofAuthor = pair.size() > 1 && pair.stream().allMatch(WesternNames::isFullName);
      }
      if ((named || ofAuthor) && line.text().length() <= WesternNames.MAX_NAME) {
        List<String> all = WesternNames.in(line.text());
        boolean full = ofAuthor && all.stream().allMatch(WesternNames::isFullName);
        signed.add(full || !ofAuthor ? all : WesternNames.in(firstPart(line.text())));
      }
    }
    signed.removeIf(List::isEmpty);
    if (signed.size() == 1) { // several are those of other articles
      WesternBylines.add(found, "text:class below", signed.iterator().next());
    }
  }

  /** True for a line in a block that is named for an author. */
  static boolean isOfAuthor(Line line) {
    return speaksOfAuthor(line.block().hint());
  }

  /** Without the place that stands behind a name. */
  private static String firstPart(String text) {
    int comma = text.indexOf(',');
    return comma < 0 ? text : text.substring(0, comma);
  }

  private static Set<String> names(Line line) {
    Set<String> names = new LinkedHashSet<>();
    for (Span span : line.spans()) {
      if (namesAuthor(span) && !holdsCredit(line, span)) {
        String text = line.spaced(span);
        String team = BylineStart.opens(text) ? Teams.in(text) : null;
        names.addAll(team == null ? WesternNames.in(text) : List.of(team));
      }
    }
    if (names.isEmpty() && speaksOfAuthor(line.block().hint())) {
      List<String> all = withoutPlace(WesternNames.in(line.spaced()));
      names.addAll(all.size() == 1 ? withoutDesk(line, all.get(0)) : all);
    } else if (names.isEmpty()
        && isInSmallBlockOfAuthor(line)
        && WesternNames.isFullName(line.text())) {
      names.addAll(WesternNames.in(line.text()));
    }
    return names;
  }

  /** By Jane Roe, Harbour: one word behind a full name says where. */
  static List<String> withoutPlace(List<String> names) {
    int last = names.size() - 1;
    return last == 1 && WesternNames.isFullName(names.get(0)) && names.get(1).indexOf(' ') < 0
        ? names.subList(0, 1)
        : names;
  }

  /** {@code <span>Gazette Newsroom</span><span>Jane Roe</span>}: the one that names somebody. */
  private static List<String> withoutDesk(Line line, String whole) {
    for (int blank = whole.indexOf(' '); blank > 0; blank = whole.indexOf(' ', blank + 1)) {
      List<String> two = List.of(whole.substring(0, blank), whole.substring(blank + 1));
      List<String> people = two.stream().filter(ClassBylines::isPerson).toList();
      boolean apart =
          line.text().contains(String.join("", two))
              || line.spans().stream().anyMatch(span -> two.contains(span.text()));
      if (apart && people.size() == 1 && two.stream().anyMatch(WesternOutlets::isOutlet)) {
        return people;
      }
    }
    return List.of(whole);
  }

  private static boolean isPerson(String name) {
    return WesternNames.isFullName(name) && !WesternOutlets.isOutlet(name);
  }

  /** Several authors, each in a line of the same design beneath the one before. */
  private static boolean goesOn(Line before, Line line, Set<String> names, List<Found> found) {
    return !names.isEmpty()
        && !found.isEmpty()
        && line.index() > before.index()
        && line.index() - before.index() <= SMALL_BLOCK
        && design(line).equals(design(before))
        && names.stream().allMatch(WesternNames::isFullName)
        && found.get(found.size() - 1).names().stream().allMatch(WesternNames::isFullName);
  }

  private static String design(Line line) {
    String spans = line.spans().isEmpty() ? "" : line.spans().get(0).hint();
    return line.block().tag() + ' ' + line.block().hint() + ' ' + spans;
  }

  /** A line of a byline's block of two or three lines: a name, a time, a place. */
  private static boolean isInSmallBlockOfAuthor(Line line) {
    Block outer = line.block().parent();
    return outer != null && outer.lineCount() <= SMALL_BLOCK && speaksOfAuthor(outer.hint());
  }

  private static boolean namesAuthor(Span span) {
    return span.leadsToAuthor()
        || span.element().attr("rel").contains("author")
        || span.element().attr("itemprop").contains("author")
        || speaksOfAuthor(span.hint());
  }

  /** True for an element whose own parts say that it names whose the picture is. */
  private static boolean holdsCredit(Line line, Span outer) {
    int end = outer.start() + outer.text().length();
    return line.spans().stream()
        .anyMatch(
            span ->
                span.start() >= outer.start()
                    && span.start() + span.text().length() <= end
                    && CREDIT.isIn(span.hint()));
  }

  private static boolean speaksOfAuthor(String hint) {
    return HINT.isIn(hint) && !NO_HINT.isIn(hint);
  }
}
