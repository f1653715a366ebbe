package dev.newsfold.parse.section;

import dev.newsfold.parse.headline.Titles;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the lines that show a path from others, and takes them apart at its marks. */
final class PathLines {
  /** Between the elements of a path. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*+(?:[-=]{1,3}+[>＞]|[>＞›»〉→≫/⁄／|｜\\\\]|&gt;|—|::|\\s-{1,2}\\s|\\s·\\s)++\\s*+");

  /** Arrows, which in a short line of links mean a path even without a label. */
  private static final String ARROWS = ">＞›»〉→≫";

  /** In a path without links: 首页 - 新闻 - 正文. */
  private static final Pattern DASH = Pattern.compile("\\s(?:-{1,2}|·)\\s");

  /** What may stand between two links of a path that begins at the home page. */
  private static final Pattern BETWEEN = Pattern.compile("\\s{0,3}[-–—·/／>_]{1,3}\\s{0,3}");

  private static final Pattern BLANK = Pattern.compile("\\s{0,3}[-–—·/／>_]{0,3}\\s{0,3}");

  /** What announces a path. */
  private static final PrefilteredPattern LABEL =
      PrefilteredPattern.of(
          any("you")
              + "?"
              + any("now")
              + "*+"
              + any("place")
              + any("is")
              + "?(?:\\s*+[:：>＞]++\\s*+|\\s++)|^"
              + any("here")
              + "\\s*+[:：]?\\s*+",
          Pattern.CASE_INSENSITIVE);

  /** Some of these stand in all that does. */
  private static final Phrases IN_LABEL =
      Phrases.inAnyCase(
          Stream.of("place", "here")
              .flatMap(kind -> Lexicon.list("navigation.tsv", 3, kind).stream())
              .toList());

  private static String any(String kind) {
    return Lexicon.anyOf("navigation.tsv", 3, kind);
  }

  private static final int MAX_STEPS = 6;
  private static final int MAX_PLAIN = 60;
  private static final int MOST_BARRED = 4;

  private PathLines() {}

  /** True for a line with words that announce a path: 当前位置：, You are here. */
  static boolean isAnnounced(Line line) {
    return label(line) != null;
  }

  /** True for a line that looks like a path without such words. */
  static boolean isPath(Line line) {
    return line.linkWeight() > 0 ? isPathOfLinks(line) : isPlainPath(line);
  }

  /** Links with arrows between them, or with a slash between each two. */
  private static boolean isPathOfLinks(Line line) {
    String text = line.text();
    if (hasArrow(text)) {
      return true;
    }
    if (leadsFromHome(line)) {
      return true;
    }
    return line.isLinked()
        && text.indexOf('/') >= 0
        && text.chars().filter(c -> c == '/').count() == line.links().size() - 1;
  }

  private static boolean hasArrow(String text) {
    for (int i = 0; i < ARROWS.length(); i++) {
      if (text.indexOf(ARROWS.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** 首页 - 新闻 - 国内: links from the home page on, with the same kind of mark between each two. */
  private static boolean leadsFromHome(Line line) {
    List<Span> links = line.links();
    if (links.size() < 2 || links.size() > MAX_STEPS) {
      return false;
    }
    Span end = links.get(links.size() - 1);
    String rest = line.text().substring(end.start() + end.text().length()).strip();
    boolean toText = !rest.isEmpty() && Breadcrumbs.isNoElement(rest); // arrows are images there
    Matcher mark = BETWEEN.matcher(rest);
    boolean markedToText =
        mark.lookingAt() && Breadcrumbs.isNoElement(rest.substring(mark.end())); // - 正文
    if (!markedToText && !Breadcrumbs.isNoElement(links.get(0).text())) {
      return false;
    }
    for (int i = 1; i < links.size(); i++) {
      int from = links.get(i - 1).start() + links.get(i - 1).text().length();
      int to = links.get(i).start();
      if (from >= to
          || !(toText ? BLANK : BETWEEN).matcher(line.text().substring(from, to)).matches()) {
        return false;
      }
    }
    return true;
  }

  /** News / Town / the headline: short elements down to the article itself. */
  static boolean endsIn(Line line, String headline) {
    int from = line.text().length() - headline.length();
    if (from < 2 || headline.isEmpty() || !line.text().endsWith(headline)) {
      return false;
    }
    String path = line.text().substring(0, from);
    List<String> parts = Titles.parts(path, SEPARATOR);
    return !parts.isEmpty()
        && parts.size() <= MAX_STEPS
        && SEPARATOR
            .matcher(
                path.substring(
                    path.lastIndexOf(parts.get(parts.size() - 1))
                        + parts.get(parts.size() - 1).length()))
            .matches()
        && parts.stream().allMatch(SectionNames::isShort);
  }

  /** 首页 > 新闻 > 国内: no link, but elements from the home page on, or down to 正文. */
  private static boolean isPlainPath(Line line) {
    if (line.linkWeight() > 0 || line.text().length() > MAX_PLAIN) {
      return false;
    }
    List<String> parts = Titles.parts(line.text(), SEPARATOR);
    return parts.size() >= 2
        && parts.size() <= MAX_STEPS
        && (Breadcrumbs.isNoElement(parts.get(parts.size() - 1))
            || Breadcrumbs.isNoElement(parts.get(0))
                && (parts.size() > 2 || hasArrow(line.text()) || line.text().indexOf('/') >= 0)
                && !isMenu(line.text(), parts.size())
            || parts.size() > 2 && arrows(line.text()) == parts.size() - 1)
        && parts.stream().limit(parts.size() - 1L).allMatch(SectionNames::isShort);
  }

  /** 首页|要闻|社会|国内|国际: so many sections that bars part are no way to one. */
  private static boolean isMenu(String text, int parts) {
    return parts > MOST_BARRED && (text.indexOf('|') >= 0 || text.indexOf('｜') >= 0);
  }

  private static long arrows(String text) {
    return text.chars().filter(c -> ARROWS.indexOf(c) >= 0).count();
  }

  /** What announces the path in a line; 频道 amid a word does not: 湖南频道 > 正文. */
  private static @Nullable Matcher label(Line line) {
    Matcher label = IN_LABEL.isIn(line.plain()) ? LABEL.find(line.plain()) : null;
    return label == null || label.start() > 0 && Text.isCjk(line.plain().charAt(label.start() - 1))
        ? null
        : label;
  }

  /** The elements that a line is made of and nothing else: arrows between them are images. */
  private static List<String> marked(Line line) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (Span span : line.spans()) {
      if (span.start() >= at && line.text().substring(at, span.start()).isBlank()) {
        parts.add(span.text());
        at = span.start() + span.text().length();
      }
    }
    return at == line.text().length() ? parts : List.of();
  }

  /** The elements of the path that a line shows, without the words that announce it. */
  static List<String> split(Line line) {
    Matcher label = label(line);
    String text = line.text();
    if (label != null && label.start() < 12) {
      text = text.substring(label.end());
    }
    List<String> parts = Titles.parts(text, SEPARATOR);
    if (parts.size() == 1 && line.links().size() <= 1) {
      List<String> dashed = Titles.parts(text, DASH);
      parts = dashed.size() > 1 ? dashed : parts;
    }
    List<Span> links = line.spans().stream().filter(span -> span.element().nameIs("a")).toList();
    if (parts.size() == 1 && links.size() > 1) {
      return links.stream().map(Span::text).toList();
    }
    List<String> marked = marked(line);
    if (parts.size() == 1 && links.isEmpty() && marked.size() > 1) {
      return marked;
    }
    if (parts.size() == 1 && links.size() == 1) {
      String before = text.substring(0, Math.max(0, text.indexOf(links.get(0).text()))).strip();
      boolean ends = text.endsWith(links.get(0).text()) && Breadcrumbs.isNoElement(before);
      return ends ? List.of(before, links.get(0).text()) : parts; // Home <a>Town</a>
    }
    return parts;
  }
}
