package dev.newsfold.parse.section;

import dev.newsfold.parse.body.Boilerplate;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.PrefilteredPattern;
import dev.newsfold.parse.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads topic (专题): what a site gathers its articles on one affair under. */
public final class Topics {
  private static final PrefilteredPattern LINE =
      PrefilteredPattern.of(
          "^[\\s>》→•·【\\[]{0,3}(?:%s%s?)?[，,]?%s?(?:%s|%s?%s%s?)[\\s:：】\\]]{0,3}"
              .formatted(
                  any("more"),
                  any("texts"),
                  any("please"),
                  any("enter topic"),
                  any("topic of"),
                  any("topic"),
                  any("topic end")));

  private static final Pattern LABEL = Pattern.compile("[:：】\\]]|" + any("enter"));

  /** The part of a site that holds its topics. */
  private static final Pattern TOPICS =
      Pattern.compile("\\p{IsHan}{0,6}" + any("topic") + any("topic end") + "?");

  /** Parts of a topic that hold its texts by kind. */
  private static final Pattern KINDS = Pattern.compile(any("topic", "topic part") + "$");

  /**
   * Where portals keep topics: a folder or a host of their own; {@code /s2012/} is how they number
   * those of a year.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "//"
              + Lexicon.anyOf("folders.tsv", 3, "topic-host")
              + "\\.|/(?:"
              + Lexicon.anyOf("folders.tsv", 3, "topic")
              + "|s(?:19|20)\\d\\d)/",
          Pattern.CASE_INSENSITIVE);

  /** The address of a list, {@code /DaGongSi} or {@code /zt/}; an article's ends with a number. */
  private static final Pattern LISTING =
      Pattern.compile("/(?:[A-Za-z][A-Za-z_-]*+)?+/?+(?:[?#].*)?", Pattern.DOTALL);

  private static final String QUOTES = "《》\"“”「」『』【】";
  private static final int MAX_LINE = 60;
  private static final int MAX_NAME = 24;

  /** How many articles a box shows of its topic. */
  private static final int MIN_LISTED = 3;

  private static final int MAX_LISTED = 12;

  private Topics() {}

  private static String any(String... kinds) {
    return Lexicon.anyOf("navigation.tsv", 3, kinds);
  }

  /** Names behind 专题： and the like around the text. */
  public static List<String> labelled(Draft draft) {
    List<String> topics = new ArrayList<>();
    for (Line line : draft.margins().all()) {
      Matcher m = LINE.at(line.plain(), 0, line.text().length());
      if (m == null || line.text().length() > MAX_LINE) {
        continue;
      }
      boolean labelled = LABEL.matcher(m.group()).find();
      Span link = linkAt(line, m.end());
      if (link != null && link != line.links().get(line.links().size() - 1)) {
        continue; // a list of topics: none of them need be the article's
      }
      String rest = line.text().substring(m.end()).strip();
      if (link != null) {
        labelled = true;
        rest = link.text();
      } else if (line.links().size() > 1) {
        continue;
      } else if (rest.isEmpty()) {
        Line next = draft.page().line(line.index() + 1);
        labelled =
            next != null
                && next.isLinked()
                && next.links().size() == 1
                && next.text().length() <= MAX_NAME
                && leadsToTopic(next.links().get(0));
        rest = next != null && labelled ? next.text() : "";
      }
      while (!rest.isEmpty()
          && QUOTES.indexOf(rest.charAt(0)) >= 0
          && QUOTES.indexOf(rest.charAt(rest.length() - 1)) >= 0
          && rest.length() > 2) {
        rest = rest.substring(1, rest.length() - 1).strip();
      }
      if (labelled && rest.length() >= 2 && !SectionNames.isNavigation(rest)) {
        topics.add(rest);
      }
    }
    return topics;
  }

  /** The link that begins at a position of a line, or a quote behind it; null if there is none. */
  private static @Nullable Span linkAt(Line line, int at) {
    for (Span link : line.links()) {
      if (link.start() >= at && link.start() <= at + 1) {
        return link;
      }
    }
    return null;
  }

  private static boolean leadsToTopic(Span link) {
    return ADDRESS.matcher(link.href()).find();
  }

  /** 首页 > 国内专题 > 新春走基层: what the site keeps among its topics. */
  public static @Nullable String behindTopics(Draft draft) {
    List<String> path = draft.article().getBreadcrumb();
    int last = path.size() - 1;
    boolean kept = last > 0 && TOPICS.matcher(Text.plain(path.get(last - 1))).matches();
    return kept && !KINDS.matcher(Text.plain(path.get(last))).find() ? path.get(last) : null;
  }

  /** The first element of the path that leads to a topic; those behind it are its parts. */
  public static @Nullable String byAddress(Draft draft) {
    List<String> path = draft.article().getBreadcrumb();
    Line title = draft.headline().line();
    if (path.size() < 2 || title == null) {
      return null;
    }
    Set<String> elements = Set.copyOf(path);
    for (Line line : draft.page().lines().subList(0, title.index())) {
      for (Span link : line.links()) {
        if (elements.contains(link.text())
            && ADDRESS.matcher(link.href()).find()
            && !KINDS.matcher(Text.plain(link.text())).find()) {
          return link.text();
        }
      }
    }
    return null;
  }

  /** A heading that is a link, above a few headlines of which one is the article's own. */
  public static @Nullable String boxWithArticle(Draft draft) {
    String headline = Keys.of(draft.headline().text());
    List<Line> below = draft.margins().below();
    for (int i = 0; i < below.size(); i++) {
      if (isName(below.get(i))) {
        List<Line> listed = listed(below.subList(i + 1, below.size()));
        if (listed.size() >= MIN_LISTED
            && listed.stream().anyMatch(line -> headline.equals(Keys.of(line.text())))) {
          return below.get(i).text();
        }
      }
    }
    return null;
  }

  private static List<Line> listed(List<Line> lines) {
    int end = 0;
    while (end < lines.size()
        && end < MAX_LISTED
        && lines.get(end).isLinked()
        && !lines.get(end).isHeading()) {
      end++;
    }
    return lines.subList(0, end);
  }

  private static boolean isName(Line line) {
    return line.isHeading()
        && line.isLinked()
        && line.links().size() == 1
        && line.text().length() <= MAX_NAME
        && leadsToList(line.links().get(0).href())
        && Boilerplate.whatBegins(line) == null;
  }

  private static boolean leadsToList(String href) {
    return LISTING
        .matcher(href.substring(Math.max(0, href.lastIndexOf('/', href.length() - 2))))
        .matches();
  }
}
