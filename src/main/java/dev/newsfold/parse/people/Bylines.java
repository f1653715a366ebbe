package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.CreditWords;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.NamePattern;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import dev.newsfold.records.Article;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the authors of Chinese pages. */
public final class Bylines {
  private static final NamePattern HINT = ClassNames.pattern("author");

  /**
   * The author's card in microformats, which the templates of blogs have, or in those of WeChat
   * accounts: by whom, and no outlet.
   */
  private static final PrefilteredPattern CARD =
      PrefilteredPattern.of("author vcard|vcard author|\\bfn n\\b|rich_media_meta_text");

  private static final List<String> AUTHORS = CreditWords.of("author");

  private static final int MAX_NOTE = 8;

  /** Labels that do not end a byline. */
  private static final Set<Label> BYLINE = Set.of(Label.REPORTER, Label.AUTHOR, Label.TAKEN_FROM);

  private static final int MAX_LINE = 120;
  private static final int SHORT_PEN_NAME = 4;

  private Bylines() {}

  /** Notes who wrote an article. */
  public static void set(Article article, Names found) {
    article.setAuthors(new ArrayList<>(found.names()));
  }

  /** True for a page in Chinese, whose names are read by other rules than those of the West. */
  public static boolean isChinese(Draft draft) {
    String language = draft.article().getLanguage();
    return language != null && language.startsWith("zh");
  }

  public static List<Names> reporters(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    lines.addAll(margins.closing());
    lines.addAll(margins.below().subList(0, Math.min(6, margins.below().size())));
    for (Line line : lines) {
      if (ReporterRoles.mayBeIn(line.plain())) {
        List<String> names = inParts(line.spaced());
        if (names.isEmpty() && line.text().length() <= MAX_LINE) {
          names = behindLabels(line);
        }
        if (!names.isEmpty() && line.text().length() <= MAX_LINE) {
          Set<String> all = new LinkedHashSet<>(LabelledBylines.ahead(line));
          all.addAll(names);
          names = List.copyOf(all);
        }
        found.addAll(Names.of(Credits.withNext(names, line, lines)));
      }
    }
    return Names.fullestFirst(found);
  }

  /** 来源：某报 记者：张三, 来源：某报 本报记者 张三. */
  private static List<String> behindLabels(Line line) {
    for (Labelled label : line.labels()) {
      if (label.label() == Label.SOURCE || label.label() == Label.REPORTER) {
        String part =
            label.label() == Label.SOURCE
                ? label.value()
                : line.text().substring(label.start(), label.end());
        List<String> names = Reporters.in(part.strip());
        if (!names.isEmpty()) {
          return names;
        }
      }
    }
    return List.of();
  }

  /** Whom the first lines of the text name before they begin to tell. */
  public static List<Names> opening(Regions margins) {
    List<Names> found = new ArrayList<>();
    for (Line line : margins.opening().subList(0, Math.min(3, margins.opening().size()))) {
      found.addAll(Names.of(OpeningBylines.in(line.text())));
    }
    return found;
  }

  /** Who reported, by what stands before the time in a line, else by what stands behind it. */
  static List<String> inParts(String text) {
    String part = text.length() > MAX_LINE ? text : bylinePart(text);
    StatedTime time =
        text.length() > MAX_LINE ? null : TimeText.scan(part, TimeContext.ANY_TIME).first();
    if (time == null || time.clock() == null) {
      return Reporters.in(part.strip());
    }
    List<String> before =
        time.start() > 2 ? Reporters.in(part.substring(0, time.start()).strip()) : List.of();
    return before.isEmpty()
        ? Reporters.in(part.substring(Math.min(part.length(), time.end())).strip())
        : before;
  }

  /** A line without 来源：… behind its names. */
  private static String bylinePart(String text) {
    int end = text.length();
    for (Labelled label : Labelled.in(text)) {
      boolean wordsToo = label.label() == Label.PICTURE && label.start() <= 2; // 文、图/张三
      if (!BYLINE.contains(label.label()) && label.start() > 0 && !wordsToo) {
        end = Math.min(end, label.start());
      }
    }
    return text.substring(0, end);
  }

  /** What the lines at the end and below say of the author in words. */
  public static List<Names> notes(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.closing());
    lines.addAll(margins.below().subList(0, Math.min(MAX_NOTE, margins.below().size())));
    for (Line line : margins.opening()) {
      if (AUTHORS.stream()
          .anyMatch(
              line.text()::contains)) { // a professor in brackets may be whom the text is about
        lines.add(line);
      }
    }
    for (Line line : lines) {
      found.addAll(Names.of(AuthorNotes.inNote(line.text())));
    }
    return found;
  }

  public static List<Names> byClass(Regions margins) {
    List<Names> found = new ArrayList<>();
    for (Line line : margins.aroundHeadline()) {
      Set<String> names = new LinkedHashSet<>();
      boolean block = HINT.isIn(line.block().hint());
      if (block && line.text().length() <= MAX_LINE) {
        names.addAll(PersonNames.chinese(bylinePart(line.text()), false));
      }
      for (Span span : line.spans()) {
        boolean link = span.leadsToAuthor();
        if ((link || HINT.isIn(span.hint())) && span.text().length() <= 40) {
          names.addAll(PersonNames.chinese(span.text(), false));
        }
      }
      if (names.isEmpty() && block && line.text().length() <= 40) {
        names.addAll(PersonNames.foreign(line.text()));
      }
      found.addAll(Names.of(List.copyOf(names)));
    }
    return found;
  }

  /** People whom structured data or a meta tag names as authors, if not as editors. */
  public static List<Names> agents(Draft draft) {
    List<String> editors = draft.article().getEditor();
    Set<String> names = new LinkedHashSet<>();
    Set<String> foreign = new LinkedHashSet<>();
    for (StructuredData.Agent agent : draft.data().agents("author")) {
      if (!agent.organization() || PersonNames.isChineseName(agent.name())) {
        names.addAll(chineseNames(agent.name()));
        foreign.addAll(PersonNames.foreign(agent.name()));
      }
    }
    for (String meta : List.of("author", "article:author", "dable:author", "og:article:author")) {
      if (names.isEmpty()) {
        for (String value : draft.page().meta().all(meta)) {
          names.addAll(chineseNames(value));
          names.removeAll(editors);
        }
      }
    }
    return Names.of(List.copyOf(names.isEmpty() ? foreign : names));
  }

  private static List<String> chineseNames(String value) {
    List<String> byline = Reporters.in(value);
    return byline.isEmpty() ? PersonNames.chinese(value, false) : byline;
  }

  /** Accounts have pages of authors, too, and longer names. */
  private static boolean leadsToShortName(Span span) {
    return span.leadsToAuthor() && span.text().length() <= SHORT_PEN_NAME;
  }

  public static List<Names> penNames(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.beneath());
    lines.addAll(margins.opening());
    for (Line line : lines) {
      String name = line.text().length() <= 24 ? ShapedBylines.penName(line.text()) : null;
      if (name != null) {
        found.add(new Names(List.of(name)));
      }
      for (Span span : line.spans()) {
        if ((CARD.isIn(span.hint()) || leadsToShortName(span))
            && PersonNames.isPenName(span.text())
            && span.text().chars().noneMatch(Character::isDigit)) {
          found.add(new Names(List.of(span.text())));
        }
      }
    }
    return found;
  }
}
