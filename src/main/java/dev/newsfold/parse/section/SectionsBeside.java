package dev.newsfold.parse.section;

import dev.newsfold.parse.draft.Chain.Named;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.page.Block;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Sentences;
import dev.newsfold.parse.text.Text;
import dev.newsfold.parse.time.notation.StatedTime;
import dev.newsfold.parse.time.notation.TimeContext;
import dev.newsfold.parse.time.notation.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads sections that stand close to the headline and form no path: the edition of a paper, two
 * links in one line above it, a name in a line of its own, a link amid the byline.
 */
public final class SectionsBeside {
  /** 第A03版：要闻, 05版 民生. */
  private static final Pattern EDITION =
      Pattern.compile(
          "(?:^|[\\s|(（])第?\\s?[A-Z]{0,2}\\d{1,3}\\s?版\\s?[:：·\\s]\\s?([\\p{IsHan}·]{2,8})(?=$|[\\s|)）])");

  /** rel="category tag", as WordPress has it. */
  private static final Pattern REL_CATEGORY = Pattern.compile("(?:^|\\s)category(?:\\s|$)");

  /** Between the links of a line that holds nothing else. */
  private static final Pattern PARTING = Pattern.compile("[\\s|｜/／,，、·•]*");

  /** Posted in: what stands right before the link. */
  private static final Pattern IN =
      Pattern.compile(
          "(?:^|[\\s|,·–—-])" + Lexicon.anyOf("navigation.tsv", 3, "in") + "\\s?[:：]?\\s?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AROUND =
      Pattern.compile("^[\\s|/·•–—-]++|[\\s|/·•–—-]++(?:\\p{L}++,?\\s++)?$");

  /** ∙ 湖滨政商 >: a link that says so itself. */
  private static final Pattern POINTING = Pattern.compile("^[\\s∙·•]*(\\p{IsHan}{2,8})\\s?[>＞›]$");

  private static final int MAX_LINE = 160;
  private static final int MAX_LINKS = 3;

  private SectionsBeside() {}

  /** All of these, the surest first. */
  public static List<Named<String>> all(Draft draft) {
    List<Named<String>> found = new ArrayList<>();
    add(found, "link:rel=category", taggedCategory(draft));
    add(found, "text:edition", edition(draft));
    add(found, "text:link in the byline", linksBeneath(draft));
    add(found, "title:part", optional(Sections.titlePart(draft)));
    add(found, "text:links above", optional(linksAbove(draft)));
    add(found, "text:name above", optional(nameAbove(draft)));
    add(found, "text:name beside the time above", optional(besideTimeAbove(draft)));
    add(found, "text:name beside the time", SectionsBesideTime.in(draft));
    add(found, "title:middle", optional(TitleSections.beforeSite(draft)));
    return found;
  }

  private static void add(List<Named<String>> found, String rule, List<String> names) {
    names.forEach(name -> found.add(new Named<>(rule, name)));
  }

  private static List<String> optional(@Nullable String name) {
    return name == null ? List.of() : List.of(name);
  }

  /** The one edition named around the headline, or named twice; a list of them tells nothing. */
  private static List<String> edition(Draft draft) {
    Map<String, Integer> editions = new TreeMap<>();
    for (Line line : draft.margins().aroundHeadline()) {
      Matcher m = EDITION.matcher(line.text().length() > MAX_LINE ? "" : line.spaced());
      while (m.find()) {
        editions.merge(m.group(1), 1, Integer::sum);
      }
    }
    if (editions.size() > 1) {
      editions.values().removeIf(count -> count < 2); // that of the page, and the list has it, too
    }
    return editions.size() == 1 ? List.copyOf(editions.keySet()) : List.of();
  }

  /** 港聞 社會新聞 right above the headline: the last of two or three links that begin at a section. */
  private static @Nullable String linksAbove(Draft draft) {
    Line line = nearestAbove(draft);
    if (line == null || line.text().length() > MAX_LINE) {
      return null;
    }
    List<Span> links = line.spans().stream().filter(span -> span.element().nameIs("a")).toList();
    if (links.size() < 2 || links.size() > MAX_LINKS || !isOnly(line, links)) {
      return null;
    }
    Span last = links.get(links.size() - 1);
    Span first = links.get(0);
    boolean nested = !first.href().isEmpty() && last.href().startsWith(first.href() + "/");
    boolean sections = links.stream().skip(1).allMatch(link -> SectionNames.isShort(link.text()));
    boolean begins =
        Breadcrumbs.isNoElement(first.text()) || SectionNames.isCommon(first.text()) || nested;
    return sections && begins ? last.text() : null;
  }

  /** A section that most papers have, in a line of its own right above the headline. */
  private static @Nullable String nameAbove(Draft draft) {
    Line line = nearestAbove(draft);
    return line != null
            && line.linkWeight() == 0
            && line.block().lineCount() == 1
            && !line.block().tag().equals("li")
            && (SectionNames.isCommon(line.text())
                || Sections.isInMenuAbove(draft, line, line.text()))
            && !SectionNames.isNavigation(line.text())
        ? line.text()
        : null;
  }

  /** Town / Monday 26 June 2023 above the headline: what stands beside the time. */
  private static @Nullable String besideTimeAbove(Draft draft) {
    Line line = nearestAbove(draft);
    String text = line == null || line.text().length() > MAX_LINE / 2 ? "" : line.spaced();
    StatedTime time = TimeText.scan(text, TimeContext.ANY_TIME).first();
    if (line == null || time == null || line.linkWeight() > 0) {
      return null;
    }
    String name = AROUND.matcher(text.substring(0, time.start())).replaceAll("");
    return SectionNames.isCommon(name) || Sections.isInMenuAbove(draft, line, name) ? name : null;
  }

  /** Links amid the lines of who and when that are named or announced as a section. */
  private static List<String> linksBeneath(Draft draft) {
    List<String> names = new ArrayList<>();
    List<Line> lines = new ArrayList<>(draft.margins().beneath());
    lines.addAll(draft.margins().opening());
    for (Line line : lines) {
      if (line.text().length() > MAX_LINE || Sentences.isComplete(line.text())) {
        continue;
      }
      for (Span link : line.links()) {
        String pointing = POINTING.matcher(link.text()).replaceFirst("$1");
        if (link.text().length() > pointing.length() && SectionNames.isShort(pointing)) {
          names.add(pointing);
        } else if (SectionNames.isShort(link.text())
            && !link.leadsToAuthor()
            && !SectionAddresses.leadsHome(draft, link.href())
            && (isCategory(line, link) || isAnnounced(line, link) || pointsOn(line, link))) {
          names.add(link.text());
        }
      }
    }
    return names;
  }

  /** In an element named for a category, alone or with the whole of it. */
  private static boolean isCategory(Line line, Span link) {
    for (Span span : line.spans()) {
      if (span.text().equals(link.text()) && SectionNames.isCategory(span.hint())) {
        return true;
      }
    }
    return false;
  }

  /** 20 January 2021 in Lakeside. */
  private static boolean isAnnounced(Line line, Span link) {
    return line.links().size() <= MAX_LINKS
        && IN.matcher(line.text().substring(0, link.start())).find()
        && (SectionNames.isCategory(line.block().hint())
            || TimeText.scan(line.text(), TimeContext.ANY_TIME).first() != null);
  }

  /** 湖滨政商 &gt; alone in its line. */
  private static boolean pointsOn(Line line, Span link) {
    String rest = line.text().substring(link.start() + link.text().length()).strip();
    return rest.equals(">") && line.weight() == Text.weight(link.text());
  }

  private static boolean isOnly(Line line, List<Span> links) {
    int at = 0;
    for (Span link : links) {
      if (link.start() < at
          || !PARTING.matcher(line.text().substring(at, link.start())).matches()) {
        return false;
      }
      at = link.start() + link.text().length();
    }
    return PARTING.matcher(line.text().substring(at)).matches();
  }

  /** The line right above the headline, if it is shown and no part of a menu. */
  private static @Nullable Line nearestAbove(Draft draft) {
    Line title = draft.headline().line();
    if (title == null) {
      return null;
    }
    Line line = draft.page().line(title.index() - 1);
    if (line == null || line.hidden()) {
      return null;
    }
    Line before = draft.page().line(line.index() - 1);
    Block list = line.block().parent();
    boolean menu =
        before != null
            && list != null
            && !before.hidden()
            && before.block().parent() == list
            && SectionNames.isShort(before.text())
            && !list.contains(title);
    return menu ? null : line;
  }

  /** Links of the article's own foot that templates of blogs mark so. */
  private static List<String> taggedCategory(Draft draft) {
    List<Line> lines = new ArrayList<>(draft.margins().aroundHeadline());
    lines.addAll(draft.margins().aroundEnd());
    return lines.stream()
        .flatMap(line -> line.links().stream())
        .filter(link -> REL_CATEGORY.matcher(link.element().attr("rel")).find())
        .map(Span::text)
        .filter(SectionNames::isShort)
        .toList();
  }
}
