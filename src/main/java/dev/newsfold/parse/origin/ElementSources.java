package dev.newsfold.parse.origin;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.people.Bylines;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.NamePattern;
import java.util.ArrayList;
import java.util.List;

/** Finds the outlets that stand in an element whose class or id is named for a source. */
final class ElementSources {
  private static final NamePattern SOURCE_HINT = ClassNames.pattern("source");

  private static final NamePattern PINYIN_HINT = ClassNames.pattern("laiyuan");

  private static final int BELOW = 6;
  private static final int LONGEST_BLOCK = 60;

  /** A line of the text that says no more may be the source's. */
  private static final int LONGEST_NAME = 24;

  private ElementSources() {}

  /**
   * What stands in an element whose class or id is named for a source, in pinyin on any page, else
   * on Chinese ones.
   */
  static List<Source> around(Draft draft) {
    List<Source> sources = new ArrayList<>(byPinyin(draft));
    sources.addAll(Bylines.isChinese(draft) ? inElements(draft) : List.of());
    return sources;
  }

  private static List<Source> inElements(Draft draft) {
    List<Line> lines = new ArrayList<>(draft.margins().aroundHeadline());
    draft.margins().opening().stream()
        .filter(line -> line.text().length() <= LONGEST_NAME)
        .forEach(lines::add);
    List<Source> named = named(SOURCE_HINT, lines);
    return withoutAccounts(draft, named);
  }

  /**
   * Sources without the account of a platform that published the text, if a label beneath it knows
   * better where it is from.
   */
  static List<Source> withoutAccounts(Draft draft, List<Source> sources) {
    List<String> accounts = sources.isEmpty() ? List.of() : Publishers.accounts(draft);
    return accounts.isEmpty() || Sources.labelledBelow(draft).isEmpty()
        ? sources
        : sources.stream().filter(source -> !accounts.contains(source.name())).toList();
  }

  /** The same of elements named in pinyin, on pages in any language. */
  private static List<Source> byPinyin(Draft draft) {
    List<Line> lines = new ArrayList<>(draft.margins().aroundHeadline());
    lines.addAll(draft.margins().opening());
    return named(PINYIN_HINT, lines);
  }

  /** The same at the end of the text and close below it. */
  static List<Source> below(Draft draft) {
    List<Line> lines = new ArrayList<>(draft.margins().closing());
    List<Line> below = draft.margins().below();
    lines.addAll(below.subList(0, Math.min(BELOW, below.size())));
    return named(PINYIN_HINT, lines);
  }

  private static List<Source> named(NamePattern names, List<Line> lines) {
    List<Source> sources = new ArrayList<>();
    for (Line line : lines) {
      for (Span span : line.spans()) {
        if (names.isIn(span.hint())) {
          Source.add(sources, firstLinkIn(line, span), Sources.linkAround(line, span));
        }
      }
      if (names.isIn(line.block().hint())
          && line.block().lineCount() == 1
          && line.text().length() <= LONGEST_BLOCK) {
        Span link = line.links().isEmpty() ? null : line.links().get(0);
        Source.add(
            sources, link == null ? line.text() : link.text(), link == null ? null : link.href());
      }
    }
    return sources;
  }

  /** The text of the first link in a part of a line; all of it if it holds none. */
  private static String firstLinkIn(Line line, Span part) {
    for (Span link : line.links()) {
      if (link.start() >= part.start()
          && link.start() + link.text().length() <= part.start() + part.text().length()) {
        return link.text();
      }
    }
    return part.text();
  }
}
