package dev.newsfold.parse.section;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.headline.Titles;
import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.Statement;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Label;
import dev.newsfold.parse.text.Labelled;
import dev.newsfold.records.Article;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads section: the end of the path that the page shows, or what it calls its section. */
public final class Sections {
  private static final Pattern ARROW = Pattern.compile("\\s*+(?:&gt;|[>＞›»])++\\s*+");

  private static final int MAX_LINE = 120;
  private static final int MENU_LINES = 400;

  /** A section is called by no more than this. */
  private static final int MAX_ELEMENT = Breadcrumbs.MAX_ELEMENT;

  /** What may stand before the headline in a title: Harbour: Ferry to sail again. */
  private static final int LONGEST_KICKER = 30;

  private static final Pattern BETWEEN_PARTS = Pattern.compile("\\s*+[-_|｜–—<]++\\s*+");

  /** How far above the headline a section stands. */
  private static final int REACH = 4;

  private Sections() {}

  /** The last element of the path that the page shows; null if it shows none. */
  public static @Nullable String last(Draft draft) {
    List<String> path = draft.article().getBreadcrumb();
    return path.isEmpty() ? null : path.get(path.size() - 1);
  }

  /** What meta tags call the section, in order of trust. */
  public static List<String> metas(Draft draft) {
    return Statement.SECTION.in(draft.page().meta()).stream().map(Sections::lastOfPath).toList();
  }

  /** Sets the section, without the entities that some templates encode twice. */
  public static void set(Article article, String section) {
    article.setSection(SectionNames.decoded(section));
  }

  /** Why a text cannot be a section's name; null if it can. */
  public static @Nullable String refusal(Draft draft, String section) {
    if (draft.article().getAuthors().contains(section)) {
      return "the author";
    }
    if (draft.article().getBreadcrumb().equals(List.of(section))
        && Titles.isOutletAtEnd(draft, section)) {
      return "the site"; // 某某网 > 正文
    }
    return section.isBlank()
            || section.length() > MAX_ELEMENT
            || section.startsWith("/")
            || section.contains("://")
            || Breadcrumbs.isNoElement(section)
            || SectionNames.isNavigation(section)
        ? "no section's name"
        : null;
  }

  /** What structured data calls the section. */
  public static List<String> claimed(Draft draft) {
    return draft.data().all("articleSection").stream()
        .map(StructuredData.Finding::value)
        .map(Sections::lastOfPath)
        .toList();
  }

  /** Some state the whole path: Home > Town. */
  private static String lastOfPath(String value) {
    List<String> parts = Titles.parts(value, ARROW);
    return parts.isEmpty() ? value : parts.get(parts.size() - 1);
  }

  /** What stands behind 分类：, Filed under: and the like around the headline. */
  public static List<String> labelled(Draft draft) {
    List<String> names = new ArrayList<>();
    List<Line> lines = new ArrayList<>(draft.margins().aroundHeadline());
    lines.addAll(draft.margins().opening());
    for (Line line : lines) {
      boolean isLong = line.text().length() > MAX_LINE;
      for (Labelled found : isLong ? List.<Labelled>of() : line.spacedLabels()) {
        String value = found.label() == Label.SECTION ? found.value() : "";
        if (!value.isEmpty() && SectionNames.isShort(value)) {
          names.add(value);
        }
      }
      for (Span span : line.text().length() > MAX_LINE ? List.<Span>of() : line.links()) {
        if (line.labelEndingAt(span.start()) == Label.SECTION
            && SectionNames.isShort(span.text())) {
          names.add(span.text());
        }
      }
    }
    return names;
  }

  /**
   * A link right above the headline, as magazines show it: buttons stand there too, so the link
   * must tell that it is a section's.
   */
  public static @Nullable String linkAboveHeadline(Draft draft) {
    for (Line line : above(draft)) {
      Span link = line.links().size() == 1 ? line.links().get(0) : null;
      boolean named =
          link != null && (line.isLinked() || SectionNames.isNamed(link.text(), link.hint()));
      if (link == null
          || !named
          || !SectionNames.isCategory(link.hint()) && isInMenu(draft.page(), line)
          || Titles.isOutletAtEnd(draft, link.text())
          || SectionAddresses.leadsHome(draft, link.href())) {
        continue;
      }
      String hint = line.block().hint() + ' ' + link.hint() + ' ' + link.element().attr("rel");
      if (SectionNames.isSection(link.text(), link.href(), hint)
          || SectionNames.isShort(line.text())
              && !link.leadsToAuthor()
              && SectionAddresses.holdsArticle(draft, link.href())) {
        return link.text();
      }
    }
    return null;
  }

  /** A short line right above the headline that is no link, in an element named for a section. */
  public static @Nullable String nameAboveHeadline(Draft draft) {
    for (Line line : above(draft)) {
      if (line.linkWeight() == 0
          && (line.block().lineCount() == 1 || isMarkedAsWhole(line))
          && SectionNames.isNamed(line.text(), hint(line))) {
        return line.text();
      }
    }
    return null;
  }

  private static boolean isMarkedAsWhole(Line line) {
    return line.spans().stream().anyMatch(span -> span.text().equals(line.text()));
  }

  /** Class names of a line's block, and of the element in it that holds all of it. */
  private static String hint(Line line) {
    String hint = line.block().hint();
    for (Span span : line.spans()) {
      hint = span.text().equals(line.text()) ? hint + ' ' + span.hint() : hint;
    }
    return hint;
  }

  /** The lines right above the headline, the nearest first. */
  private static List<Line> above(Draft draft) {
    Line title = draft.headline().line();
    if (title == null) {
      return List.of();
    }
    List<Line> lines =
        draft.page().lines().subList(Math.max(0, title.index() - REACH), title.index());
    List<Line> nearest = new ArrayList<>(lines);
    Collections.reverse(nearest);
    return nearest;
  }

  /** Whether a line further up has a link of the same name: the menu, which lists the sections. */
  static boolean isInMenuAbove(Draft draft, Line line, String name) {
    return SectionNames.isShort(name)
        && draft.page().lines().subList(0, Math.min(line.index(), MENU_LINES)).stream()
            .flatMap(other -> other.links().stream())
            .anyMatch(
                link ->
                    link.text().equals(name) && !SectionAddresses.leadsHome(draft, link.href()));
  }

  /** True for a link with another short one before or behind it. */
  private static boolean isInMenu(PageView page, Line line) {
    for (@Nullable Line beside :
        Arrays.<@Nullable Line>asList(page.line(line.index() - 1), page.line(line.index() + 1))) {
      if (beside != null
          && beside.isLinked()
          && !beside.hidden()
          && beside.text().length() <= SectionNames.LONGEST_HAN
          && beside.block().parent() == line.block().parent()) {
        return true;
      }
    }
    return false;
  }

  /** {@code Headline_Section_Site}: the part after the headline, if two follow it. */
  static @Nullable String titlePart(Draft draft) {
    String title = draft.page().title();
    String headline = draft.headline().text();
    int at = headline.isEmpty() ? -1 : title.indexOf(headline);
    if (at < 0 || at > LONGEST_KICKER) {
      return null;
    }
    List<String> parts = Titles.parts(title.substring(at + headline.length()), BETWEEN_PARTS);
    parts.removeIf(part -> Breadcrumbs.TIME.matcher(part).find());
    List<CharSequence> keywords = new ArrayList<>(draft.article().getKeywords());
    if (parts.stream().filter(keywords::contains).count() > 1) {
      return null; // the template lists keywords behind the headline
    }
    boolean section =
        parts.size() >= 2
            && (SectionNames.isCommon(parts.get(0)) || isLinkAbove(draft, parts.get(0)));
    if (section) {
      return parts.get(0);
    }
    List<String> before = Titles.parts(title.substring(0, at), BETWEEN_PARTS);
    return before.size() == 1 && SectionNames.isCommon(before.get(0)) ? before.get(0) : null;
  }

  /** Whether the page's menu, or a link above its headline, says just this. */
  private static boolean isLinkAbove(Draft draft, String name) {
    Line title = draft.headline().line();
    return title != null
        && SectionNames.isShort(name)
        && (isInMenuAbove(draft, title, name)
            || above(draft).stream().anyMatch(line -> line.text().equalsIgnoreCase(name)));
  }
}
