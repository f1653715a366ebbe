package dev.newsfold.report;

import dev.newsfold.records.Dimension;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The largest sites, sources, sections, agencies and languages, as bars. */
final class KeysSection {
  private static final int NAME_LENGTH = 40;

  private static final Map<Dimension, String> TITLES = new EnumMap<>(Dimension.class);

  static {
    TITLES.put(Dimension.SITE, "Sites");
    TITLES.put(Dimension.SOURCE, "Sources");
    TITLES.put(Dimension.SECTION, "Sections");
    TITLES.put(Dimension.AGENCY, "Agencies quoted");
    TITLES.put(Dimension.LANGUAGE, "Languages");
  }

  private KeysSection() {}

  static void write(Html html, RunReport run, Links links) {
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", "Sites, sources, sections");
          html.tag(
              "div",
              "columns",
              () ->
                  TITLES.forEach(
                      (dimension, title) ->
                          list(
                              html,
                              links,
                              run.totals().articles(),
                              dimension,
                              run.keys().getOrDefault(dimension, List.of()))));
          html.tag(
              "p",
              "note",
              "The strong part of a bar is the stories of its dated articles, each counted once a"
                  + " window.");
        });
    html.line();
  }

  /** What has no value comes last and without a bar: it would dwarf the rest. */
  private static void list(
      Html html, Links links, long all, Dimension dimension, List<KeyTotal> rows) {
    List<KeyTotal> named = rows.stream().filter(row -> !row.key().isEmpty()).toList();
    long most = named.stream().mapToLong(KeyTotal::articles).max().orElse(0);
    html.tag(
        "div",
        "bars",
        () -> {
          String title = TITLES.getOrDefault(dimension, "");
          html.tag("h3", "", () -> html.page(PageNames.keys(dimension), () -> html.text(title)));
          if (rows.isEmpty()) {
            html.tag("p", "none", "None.");
          }
          html.tag(
              "ul",
              "",
              () -> {
                named.forEach(row -> row(html, row, most, all, links.key(dimension, row.key())));
                rows.stream()
                    .filter(row -> row.key().isEmpty())
                    .forEach(row -> unnamed(html, row.articles(), all, links.key(dimension, "")));
              });
        });
  }

  private static void row(Html html, KeyTotal row, long most, long all, @Nullable String page) {
    html.attr("title", Figures.count(row.stories(), "story", "stories"))
        .tag(
            "li",
            "",
            () -> {
              html.tag(
                  "span",
                  "name",
                  () -> html.page(page, () -> html.foreign(row.key(), NAME_LENGTH)));
              html.tag("span", "n", () -> count(html, row.articles(), all, page));
              html.attr("style", Figures.width(row.articles(), most))
                  .tag(
                      "span",
                      "bar",
                      () ->
                          html.attr("style", Figures.width(row.stories(), row.articles()))
                              .tag("i", "", ""));
            });
  }

  private static void unnamed(Html html, long articles, long all, @Nullable String page) {
    html.tag(
        "li",
        "none",
        () -> {
          html.tag("span", "name", "not stated");
          html.tag("span", "n", () -> count(html, articles, all, page));
        });
  }

  private static void count(Html html, long articles, long all, @Nullable String page) {
    html.page(page, () -> html.text(Figures.count(articles)));
    if (all > 0) {
      html.text(" ").tag("small", "", Figures.percent(articles, all));
    }
  }
}
