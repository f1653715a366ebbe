package dev.newsfold.parse.section;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.text.ClassNames;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Phrases;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads breadcrumb: the path from the home page to the article that a page shows. */
public final class Breadcrumbs {
  /** Parts of class and id names of paths; mbx is short for 面包屑. */
  private static final Phrases HINTS = ClassNames.parts("path");

  /** Elements that say where every path begins or ends. */
  private static final Set<String> NO_ELEMENT = Lexicon.words("navigation.tsv", 3, "ends");

  private static final Pattern HOME =
      Pattern.compile(Lexicon.anyOf("navigation.tsv", 3, "home page") + "$");

  /** Times stand beside paths, and are no part of them. */
  static final Pattern TIME =
      Pattern.compile(
          "\\d{1,2}[:：]\\d{2}|\\d{4}\\s?[年/.-]\\s?\\d|\\d[/.-]\\d{1,2}[/.-]\\d{4}|^\\d{6,}$");

  private static final int MAX_LINE = 160;
  static final int MAX_ELEMENT = 40;
  private static final int MAX_LINES = 600;
  private static final int MAX_PATH = 8;

  /** A place or a topic is no more of the headline that it begins. */
  private static final int SMALL_SHARE = 3;

  private static final Pattern TWO_WORDS =
      Pattern.compile("(?:(?!\\p{IsHan})[\\p{L}\\p{M}'’-])+(?: \\p{Lu}[\\p{L}\\p{M}'’-]+)?");

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
            elements.addAll(PathLines.split(line));
          }
        }
        if (lines.stream().anyMatch(line -> line.linkWeight() > 0)
            || elements.size() > 1) { // a place in a byline has such names as well
          add(paths, elements, draft);
        }
      }
    }
    String headline = draft.headline().text();
    List<Line> linked = new ArrayList<>();
    for (Line line : page.lines().subList(0, near)) {
      String text = line.text();
      if (text.length() <= MAX_LINE && line != title && !line.hidden()) {
        boolean above = title == null || line.index() < title.index();
        if (PathLines.isAnnounced(line)) {
          add(paths, PathLines.split(line), draft);
        } else if (above && (PathLines.isPath(line) || PathLines.endsIn(line, headline))) {
          linked.add(line);
        }
      }
    }
    for (List<Line> list : title == null ? List.<List<Line>>of() : PathLists.above(page, title)) {
      add(paths, list.stream().map(Line::text).toList(), draft);
    }
    // A site's menu may look like a path: the one nearest to the headline is that of the article.
    Collections.reverse(linked);
    for (Line line : linked) {
      add(paths, PathLines.split(line), draft);
    }
    return paths;
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

  private static List<String> clean(List<String> elements, Draft draft) {
    List<String> clean = new ArrayList<>();
    String headline = Keys.of(draft.headline().text());
    for (String element : elements) {
      String text = withoutLabel(Text.squeeze(element));
      int blank = text.indexOf(' ');
      if (blank > 0 && Text.hasHan(text) && isNoElement(text.substring(0, blank))) {
        continue; // 正文 and a button
      }
      int last = text.lastIndexOf(' ');
      String step = text.substring(last + 1);
      if (last > 0
          && Text.hasHan(text)
          && isNoElement(step)
          && !HOME.matcher(Text.plain(step)).find()) {
        text = text.substring(0, last).strip(); // 国内 正文: the last step without an arrow
      }
      String key = Keys.of(text);
      if (key.isEmpty()
          || text.length() > MAX_ELEMENT
          || isNoElement(text)
          || SectionNames.isNavigation(text)
          || isLabelled(text)
          || TIME.matcher(text).find()) {
        continue;
      }
      if (headline.startsWith(key) && key.length() > 4 && !mayBePlace(text, key, headline)
          || key.startsWith(headline)) {
        continue;
      }
      if (clean.isEmpty() && HOME.matcher(Text.plain(text)).find()) {
        continue;
      }
      if (!clean.contains(text)) {
        clean.add(text);
      }
    }
    return clean;
  }

  /**
   * Saint-Aubin &gt; Saint-Aubin. Le pont rouvre: the headline at the end of a path is cut later.
   */
  private static boolean mayBePlace(String text, String key, String headline) {
    return key.length() * SMALL_SHARE < headline.length() && TWO_WORDS.matcher(text).matches();
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
