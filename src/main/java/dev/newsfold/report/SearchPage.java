package dev.newsfold.report;

import dev.newsfold.records.Article;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Search over headlines, sites and sources that have a page. Its list is a script, for a page that
 * is opened from disk cannot fetch a file; without scripts the page leads to the lists.
 */
final class SearchPage {
  static final String DATA = "data/search.js";
  private static final int TEXT = 300;

  private SearchPage() {}

  /** What the script of the page searches: a call with one array of rows. */
  static String data(Site site) {
    List<List<String>> rows = new ArrayList<>();
    for (Dimension dimension : List.of(Dimension.SITE, Dimension.SOURCE)) {
      for (KeyTotal key : site.keys().getOrDefault(dimension, List.of())) {
        if (!key.key().isEmpty()) {
          add(rows, PageNames.folder(dimension), key.key(), site.key(dimension, key.key()));
        }
      }
    }
    for (Story story : site.stories().values()) {
      add(rows, "story", story.getHeadline(), PageNames.story(story.getId()));
    }
    site.articles().values().stream()
        .sorted(Comparator.comparing(Article::getId))
        .forEach(
            article ->
                add(
                    rows,
                    "article",
                    article.getHeadline() + " · " + article.getSite(),
                    PageNames.article(article.getId())));
    return "window.newsfoldSearch = " + DataFiles.json(rows) + ";\n";
  }

  private static void add(
      List<List<String>> rows, String kind, String text, @Nullable String page) {
    if (page != null) {
      rows.add(List.of(kind, Escapes.clean(Html.shorten(text, TEXT)), page));
    }
  }

  static String render() {
    return Shell.render(
        PageNames.SEARCH,
        "Search",
        html -> {
          ListingPages.header(html, "Newsfold", h -> h.text("Search"), null);
          html.attr("id", "search")
              .attr("hidden", "")
              .tag(
                  "div",
                  "",
                  () -> {
                    html.attr("for", "query").tag("label", "", "Headlines, sites and sources");
                    html.attr("id", "query").attr("type", "search").attr("autocomplete", "off");
                    html.empty("input");
                    html.attr("id", "found").attr("role", "status").tag("p", "note", "");
                    html.attr("id", "results").tag("ul", "results", "");
                  });
          html.attr("id", "lists")
              .tag(
                  "p",
                  "",
                  () -> {
                    html.text("Search needs JavaScript. Without it, look in the lists of ");
                    html.page(PageNames.STORIES, () -> html.text("stories")).text(", ");
                    html.page(PageNames.ARTICLES, () -> html.text("articles")).text(", ");
                    html.page("site/index.html", () -> html.text("sites")).text(" and ");
                    html.page("source/index.html", () -> html.text("sources")).text(".");
                  });
        },
        DATA);
  }
}
