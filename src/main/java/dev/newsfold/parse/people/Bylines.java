package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Regions;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the authors of Chinese pages. */
public final class Bylines {
  private static final PrefilteredPattern AUTHOR_HINT =
      PrefilteredPattern.of(
          "(?:^|[\\s_-])(?:author|authors|author-?name|article-?author|post-?author|byline|bylines|reporter|reporters|writer|contributor|editorname|"
              + "n-i-author|zuozhe)(?:[\\s_-]|$)|author");

  private static final Pattern TRAILING_NAMES =
      Pattern.compile("[(（【〔\\[]\\s?([\\p{IsHan}·、，,\\s/／]{2,30})\\s?[)）】〕\\]]\\s?[。.]?$");

  /** A country before a name: （美）约翰·史密斯. */
  private static final Pattern COUNTRY =
      Pattern.compile("^[(（\\[【〔［]\\s?\\p{IsHan}{1,4}\\s?[)）\\]】〕］]\\s?(?=\\S)");

  private static final Pattern PICTURE = Pattern.compile("[图摄影]");

  private static final int MAX_NOTE = 8;
  private static final int LONGEST_SIGNATURE = 40;

  /** 王五（本报特稿） in a line of its own. */
  private static final Pattern SIGNED =
      Pattern.compile("^([\\p{IsHan}·、\\s]{2,20})[(（][^()（）]{2,24}[)）]$");

  /** What parts a time from the names behind it. */
  private static final Pattern BEHIND_TIME =
      Pattern.compile("^[\\s|｜·]*+(?:(?:来源|來源|稿源)\\s?[:：]\\s?\\S++\\s[\\s|｜·]*+)?");

  /** Labels that do not end a byline. */
  private static final Set<Label> BYLINE = Set.of(Label.REPORTER, Label.AUTHOR, Label.TAKEN_FROM);

  private static final Pattern AFFILIATION = Pattern.compile("[:：(（]");

  private static final int MAX_LINE = 120;

  /** A label in a line of its own, and the value in the next. */
  private static final int LONGEST_LABEL = 8;

  private static final TimeContext ANY_TIME = TimeContext.ofText(Instant.EPOCH);

  private Bylines() {}

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
      if (Reporters.mayBeIn(line.plain())) {
        found.addAll(Names.of(Reporters.in(bylinePart(line.text()))));
      }
    }
    return found;
  }

  /** Whom the first lines of the text name before they begin to tell. */
  public static List<Names> opening(Regions margins) {
    List<Names> found = new ArrayList<>();
    for (Line line : margins.opening().subList(0, Math.min(3, margins.opening().size()))) {
      found.addAll(Names.of(OpeningBylines.in(line.text())));
    }
    return found;
  }

  /** A line without the time it begins with, and without 来源：… behind its names. */
  private static String bylinePart(String text) {
    if (text.length() > MAX_LINE) {
      return text;
    }
    int end = text.length();
    for (Labelled label : Labelled.in(text)) {
      if (!BYLINE.contains(label.label()) && label.start() > 0) {
        end = Math.min(end, label.start());
      }
    }
    String part = text.substring(0, end);
    StatedTime time = TimeText.scan(part, ANY_TIME).first();
    if (time == null || time.clock() == null) {
      return part.strip();
    }
    if (time.start() > 2) {
      return part.substring(0, time.start()).strip();
    }
    return part.substring(Math.min(part.length(), time.end())).strip();
  }

  public static List<Names> labelled(List<Line> lines) {
    List<Names> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.text().length() > 4 * MAX_LINE) {
        continue;
      }
      Line next = line.text().length() <= LONGEST_LABEL ? Regions.after(lines, i) : null;
      if (next != null
          && next.text().length() <= MAX_LINE
          && line.labelEndingAt(line.text().length()) == Label.AUTHOR) {
        found.addAll(Names.of(behindLabel(next.text())));
      }
      for (Labelled label : line.labels()) {
        if (label.label() == Label.AUTHOR && label.value().length() <= MAX_LINE) {
          boolean certain = label.separated(line.text()) || PersonNames.isAllChinese(label.value());
          found.addAll(certain ? Names.of(behindLabel(label.value())) : List.of());
        }
      }
      for (Span span : line.spans()) {
        if (line.text().length() <= MAX_LINE && line.labelEndingAt(span.start()) == Label.AUTHOR) {
          found.addAll(Names.of(behindLabel(span.text())));
        }
      }
    }
    return found;
  }

  /** Names behind 作者, up to an affiliation; a pen name if it stands alone. */
  private static List<String> behindLabel(String value) {
    String stripped = COUNTRY.matcher(value.strip()).replaceFirst("");
    String list = AFFILIATION.split(stripped, 2)[0].strip();
    List<String> names = PersonNames.chinese(list, false);
    if (names.isEmpty()) {
      names = AuthorNotes.leading(list);
    }
    String single = PersonNames.bare(list);
    if (names.isEmpty() && PersonNames.isPenName(single)) {
      return List.of(single);
    }
    return names.isEmpty() ? PersonNames.foreign(list) : names;
  }

  /** What the lines at the end and below say of the author in words. */
  public static List<Names> notes(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.closing());
    lines.addAll(margins.below().subList(0, Math.min(MAX_NOTE, margins.below().size())));
    lines.addAll(margins.opening());
    for (Line line : lines) {
      found.addAll(Names.of(AuthorNotes.inNote(line.text())));
    }
    return found;
  }

  public static List<Names> byClass(Regions margins) {
    List<Names> found = new ArrayList<>();
    for (Line line : margins.aroundHeadline()) {
      Set<String> names = new LinkedHashSet<>();
      boolean block = AUTHOR_HINT.isIn(line.block().hint());
      if (block && line.text().length() <= MAX_LINE) {
        names.addAll(PersonNames.chinese(line.text(), false));
      }
      for (Span span : line.spans()) {
        boolean link = span.leadsToAuthor();
        if ((link || AUTHOR_HINT.isIn(span.hint())) && span.text().length() <= 40) {
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

  /**
   * 来源：光明日报 2015-1-5 邓晖: names and nothing else behind the time in the source's line, or behind the
   * source that stands there.
   */
  public static List<Names> besideSource(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.aroundHeadline());
    lines.addAll(margins.opening());
    for (Line line : lines) {
      String text = line.text().length() <= MAX_LINE ? line.spaced() : "";
      StatedTime time = TimeText.scan(text, ANY_TIME).first();
      if (time != null && time.end() < text.length()) {
        String rest = BEHIND_TIME.matcher(text.substring(time.end())).replaceFirst("");
        List<String> names = PersonNames.chinese(rest, false);
        if (PersonNames.isAllChinese(rest) && names.stream().allMatch(n -> n.length() <= 3)) {
          found.addAll(Names.of(names));
        }
      }
    }
    return found;
  }

  /** A line of names and nothing else right beneath the headline, or the first of the text. */
  public static List<Names> alone(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines =
        new ArrayList<>(margins.beneath().subList(0, Math.min(4, margins.beneath().size())));
    lines.addAll(margins.opening().subList(0, Math.min(1, margins.opening().size())));
    for (Line line : lines) {
      if (line.text().length() <= 24
          && line.links().isEmpty()
          && !line.isHeading()
          && PersonNames.isAllChinese(line.text())) {
        found.addAll(Names.of(PersonNames.chinese(line.text(), false)));
      } else if (line.text().length() <= 40 && !line.isHeading()) {
        found.addAll(Names.of(AuthorNotes.inLine(line.text())));
      }
    }
    return found;
  }

  public static List<Names> penNames(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.beneath());
    lines.addAll(margins.opening());
    for (Line line : lines) {
      String name = line.text().length() <= 24 ? Reporters.penName(line.text()) : null;
      if (name != null) {
        found.add(new Names(List.of(name)));
      }
    }
    return found;
  }

  public static List<Names> trailing(Regions margins) {
    List<Names> found = new ArrayList<>();
    List<Line> lines = new ArrayList<>(margins.closing());
    java.util.Collections.reverse(lines);
    for (Line line : margins.below().subList(0, Math.min(3, margins.below().size()))) {
      if (line.text().length() <= LONGEST_SIGNATURE && Text.hasHan(line.text())) {
        lines.add(line);
      }
    }
    for (Line line : lines) {
      Matcher m = TRAILING_NAMES.matcher(line.text());
      if (m.find()
          && PersonNames.isAllChinese(m.group(1))
          && !PICTURE.matcher(Text.plain(m.group(1))).find()) {
        found.addAll(Names.of(PersonNames.chinese(m.group(1), false)));
      }
      m = SIGNED.matcher(line.text());
      if (m.find() && PersonNames.isAllChinese(m.group(1))) {
        found.addAll(Names.of(PersonNames.chinese(m.group(1), false)));
      }
    }
    return found;
  }
}
