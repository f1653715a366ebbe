package dev.newsfold.parse.section;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.headline.Titles;
import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads breadcrumb: the path from the home page to the article that a page shows. */
public final class Breadcrumbs {
  /** Between the elements of a path. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*+(?:[-=]{1,3}+[>＞]|[>＞›»〉→≫/／|｜\\\\]|&gt;|—|::|\\s-{1,2}\\s|\\s·\\s)++\\s*+");

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
          "(?:您|你|我们)?(?:现在|目前|当前|所在|的)*+(?:所在)?的?(?:位置|栏目|频道)(?:是|在)?(?:\\s*+[:：>＞]++\\s*+|\\s++)"
              + "|^"
              + Lexicon.anyOf("navigation.tsv", 3, "here")
              + "\\s*+[:：]?\\s*+",
          Pattern.CASE_INSENSITIVE);

  /** Parts of class and id names of paths; mbx is short for 面包屑. */
  private static final Phrases HINTS = ClassNames.parts("path");

  /** Elements that say where every path begins or ends. */
  private static final Set<String> NO_ELEMENT = Lexicon.words("navigation.tsv", 3, "ends");

  /** Times stand beside paths, and are no part of them. */
  static final Pattern TIME =
      Pattern.compile("\\d{1,2}[:：]\\d{2}|\\d{4}\\s?[年/.-]\\s?\\d|^\\d{6,}$");

  private static final int MAX_LINE = 160;
  static final int MAX_ELEMENT = 40;
  private static final int MAX_LINES = 600;
  private static final int MAX_STEPS = 6;
  private static final int MAX_PLAIN = 60;
  private static final int MAX_PATH = 8;

  /** With so many buttons it is a menu and no path. */
  private static final int MENU = 2;

  private Breadcrumbs() {}

  /** The elements of a path, home page and the article itself left out. */
  public record Path(List<String> elements) {
    @Override
    public String toString() {
      return String.join(" > ", elements);
    }
  }

  /** The path that structured data gives; null if it gives none. */
  public static @Nullable Path structured(Draft draft) {
    List<String> elements = clean(draft.data().breadcrumb(), draft);
    return elements.isEmpty() ? null : new Path(elements);
  }

  /** Every path that the page shows above the text, the likeliest first. */
  public static List<Path> visible(Draft draft) {
    List<Path> paths = new ArrayList<>();
    PageView page = draft.page();
    Line title = draft.headline().line();
    int limit = Math.min(page.lines().size(), MAX_LINES);
    int near = title == null ? limit : Math.min(page.lines().size(), title.index() + 12);
    for (Block block : page.blocks()) {
      if (block.firstLine() >= near) {
        break;
      }
      if (block.lineCount() > 0 && block.lineCount() <= 12 && isPathHint(block)) {
        List<String> elements = new ArrayList<>();
        List<Line> lines = page.lines().subList(block.firstLine(), block.endLine());
        for (Line line : lines) {
          if (line.text().length() <= MAX_LINE * 2 && line != title) {
            elements.addAll(split(line));
          }
        }
        if (lines.stream().anyMatch(line -> line.linkWeight() > 0)
            || elements.size() > 1) { // a place in a byline has such names as well
          add(paths, elements, draft);
        }
      }
    }
    List<Line> linked = new ArrayList<>();
    for (Line line : page.lines().subList(0, near)) {
      String text = line.text();
      if (text.length() <= MAX_LINE && line != title && !line.hidden()) {
        boolean above = title == null || line.index() < title.index();
        if (label(line) != null) {
          add(paths, split(line), draft);
        } else if (above && (line.linkWeight() > 0 ? isPathOfLinks(line) : isPlainPath(line))) {
          linked.add(line);
        }
      }
    }
    // A site's menu may look like a path: the one nearest to the headline is that of the article.
    Collections.reverse(linked);
    for (Line line : linked) {
      add(paths, split(line), draft);
    }
    return paths;
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
    if (links.size() < 2 || links.size() > MAX_STEPS || !isNoElement(links.get(0).text())) {
      return false;
    }
    Span end = links.get(links.size() - 1);
    String behind = line.text().substring(end.start() + end.text().length()).strip();
    boolean toText = !behind.isEmpty() && isNoElement(behind); // arrows are images there
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

  /** 首页 > 新闻 > 国内: no link, but elements from the home page on, or down to 正文. */
  private static boolean isPlainPath(Line line) {
    if (line.linkWeight() > 0 || line.text().length() > MAX_PLAIN) {
      return false;
    }
    List<String> parts = Titles.parts(line.text(), SEPARATOR);
    return parts.size() >= 2
        && parts.size() <= MAX_STEPS
        && (isNoElement(parts.get(parts.size() - 1))
            || isNoElement(parts.get(0)) && (parts.size() > 2 || hasArrow(line.text())))
        && parts.stream().limit(parts.size() - 1L).allMatch(SectionNames::isShort);
  }

  private static boolean isPathHint(Block block) {
    return HINTS.isIn(block.hint());
  }

  private static void add(List<Path> paths, List<String> elements, Draft draft) {
    List<String> clean = clean(elements, draft);
    long buttons = elements.stream().distinct().filter(SectionNames::isNavigation).count();
    if (!clean.isEmpty() && clean.size() + buttons <= MAX_PATH && buttons < MENU) {
      paths.add(new Path(clean));
    }
  }

  /** What announces the path in a line; 频道 amid a word does not: 湖南频道 > 正文. */
  private static @Nullable Matcher label(Line line) {
    Matcher label = LABEL.find(line.plain());
    return label == null || label.start() > 0 && Text.isCjk(line.plain().charAt(label.start() - 1))
        ? null
        : label;
  }

  private static List<String> split(Line line) {
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
    return parts;
  }

  private static List<String> clean(List<String> elements, Draft draft) {
    List<String> clean = new ArrayList<>();
    String headline = Keys.of(draft.headline().text());
    for (String element : elements) {
      String text = withoutLabel(Text.squeeze(element));
      String key = Keys.of(text);
      if (key.isEmpty()
          || text.length() > MAX_ELEMENT
          || isNoElement(text)
          || SectionNames.isNavigation(text)
          || isLabelled(text)
          || TIME.matcher(text).find()) {
        continue;
      }
      if (headline.startsWith(key) && key.length() > 4 || key.startsWith(headline)) {
        continue;
      }
      if (clean.isEmpty() && Text.plain(text).endsWith("首页")) {
        continue;
      }
      if (!clean.contains(text)) {
        clean.add(text);
      }
    }
    return clean;
  }

  /** Category: Town, as some templates write the last element. */
  private static String withoutLabel(String text) {
    List<Labelled> labels = Labelled.in(text);
    boolean section =
        labels.size() == 1 && labels.get(0).start() == 0 && labels.get(0).label() == Label.SECTION;
    return section && !labels.get(0).value().isEmpty() ? labels.get(0).value() : text;
  }

  /** 来源：甲报, which stands behind some paths. */
  private static boolean isLabelled(String text) {
    List<Labelled> labels = Labelled.in(text);
    return !labels.isEmpty() && labels.get(0).start() == 0;
  }

  static boolean isNoElement(String text) {
    return NO_ELEMENT.contains(Text.plain(text).toLowerCase(Locale.ROOT));
  }
}
