package dev.newsfold.parse.people;

import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.people.WesternBylines.Found;
import dev.newsfold.parse.text.PrefilteredPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in elements whose class, rel, itemprop or address speaks of an author. */
final class ClassBylines {
  private static final PrefilteredPattern HINT =
      PrefilteredPattern.of(
          "(?:^|[\\s_-])(?:writer|reporter|contributor|vcard|fn|creator|redakteur|writeby|write-by|writtenby|written-by|postedby|posted-by|penulis)(?:[\\s_-]|$)|author|autor|auteur|byline");

  /** Class names that say author but hold portraits, counters and lists. */
  private static final Pattern NO_HINT =
      Pattern.compile(
          "comment|related|teaser|share|social|follow|count|image|avatar|-bio|biograph|caption|credit|more");

  /** Class names of lines that show an author's name and nothing else. */
  private static final PrefilteredPattern NAME_HINT =
      PrefilteredPattern.of("(?:author|autor|auteur|byline|writer)[\\w-]*name");

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
      Set<String> names = names(line);
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

  /** The one name that lines named for an author's name show at the end and below. */
  static void below(Regions margins, List<Found> found) {
    List<Line> lines = new ArrayList<>(margins.closing());
    lines.addAll(margins.below().subList(0, Math.min(BELOW, margins.below().size())));
    Set<String> names = new LinkedHashSet<>();
    for (Line line : lines) {
      boolean named =
          NAME_HINT.isIn(line.block().hint())
              || line.spans().stream().anyMatch(span -> NAME_HINT.isIn(span.hint()));
      if (named && line.text().length() <= WesternNames.MAX_NAME) {
        names.addAll(WesternNames.in(line.text()));
      }
    }
    if (names.size() == 1) { // several are those of other articles
      WesternBylines.add(found, "text:class below", names);
    }
  }

  private static Set<String> names(Line line) {
    Set<String> names = new LinkedHashSet<>();
    for (Span span : line.spans()) {
      if (namesAuthor(span)) {
        names.addAll(WesternNames.in(line.spaced(span)));
      }
    }
    if (names.isEmpty() && speaksOfAuthor(line.block().hint())) {
      names.addAll(WesternNames.in(line.spaced()));
    } else if (names.isEmpty()
        && isInSmallBlockOfAuthor(line)
        && WesternNames.isFullName(line.text())) {
      names.addAll(WesternNames.in(line.text()));
    }
    return names;
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

  private static boolean speaksOfAuthor(String hint) {
    return HINT.isIn(hint) && !NO_HINT.matcher(hint).find();
  }
}
