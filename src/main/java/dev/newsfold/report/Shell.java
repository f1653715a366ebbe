package dev.newsfold.report;

import dev.newsfold.records.Dimension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What all pages of the report share: head, navigation and foot. A page fetches nothing but the
 * report's own style sheet, scripts and data; its content security policy holds the browser to it.
 */
final class Shell {
  /** {@code file:} for pages opened from disk, which have no origin that 'self' could mean. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self' file: 'unsafe-inline'; script-src 'self' file:;"
          + " base-uri 'none'; form-action 'none'";

  private static final Map<String, String> NAVIGATION = navigation();

  private Shell() {}

  /**
   * A whole page, to be stored as UTF-8.
   *
   * @param name the page's file below the report's folder
   * @param title a text of ours
   * @param scripts files of the report that the page loads besides the one that all load
   */
  static String render(String name, String title, Consumer<Html> body, String... scripts) {
    Html html = new Html(name.indexOf('/') < 0 ? "" : "../");
    html.doctype()
        .attr("lang", "en")
        .tag(
            "html",
            "",
            () -> {
              html.tag("head", "", () -> head(html, title, scripts)).line();
              html.tag(
                      "body",
                      "",
                      () -> {
                        top(html, name);
                        html.attr("id", "content").attr("tabindex", "-1");
                        html.tag("main", "", () -> body.accept(html));
                        html.line();
                        foot(html);
                      })
                  .line();
            });
    return html.line().toString();
  }

  private static void head(Html html, String title, String... scripts) {
    html.attr("charset", "utf-8").empty("meta").line();
    html.attr("http-equiv", "Content-Security-Policy").attr("content", POLICY).empty("meta").line();
    html.attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1")
        .empty("meta")
        .line();
    html.attr("name", "referrer").attr("content", "no-referrer").empty("meta").line();
    html.attr("name", "color-scheme").attr("content", "light dark").empty("meta").line();
    html.tag("title", "", title + " · Newsfold").line();
    html.styleSheet("report.css");
    for (String script : scripts) {
      html.script(script);
    }
    html.script("report.js");
  }

  private static void top(Html html, String name) {
    html.tag("div", "skip", () -> html.page("#content", () -> html.text("Skip to the content")));
    html.attr("aria-label", "Report")
        .tag(
            "nav",
            "",
            () ->
                NAVIGATION.forEach(
                    (page, label) -> {
                      if (page.equals(name)) {
                        html.attr("aria-current", "page").tag("b", "", label);
                      } else {
                        html.page(page, () -> html.text(label));
                      }
                      html.text(" ");
                    }));
    html.line();
  }

  private static void foot(Html html) {
    html.tag(
        "footer",
        "",
        () -> {
          html.text("Made by Newsfold of the files that run.json beside this folder lists. ");
          html.text("Nothing here is fetched from elsewhere.");
        });
    html.line();
  }

  private static Map<String, String> navigation() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(PageNames.INDEX, "Overview");
    pages.put(PageNames.SEARCH, "Search");
    pages.put(PageNames.STORIES, "Stories");
    pages.put(PageNames.ARTICLES, "Articles");
    pages.put(PageNames.COPYING, "Copying");
    pages.put(PageNames.VERSIONS, "Versions");
    pages.put(PageNames.keys(Dimension.SITE), "Sites");
    pages.put(PageNames.keys(Dimension.SOURCE), "Sources");
    pages.put(PageNames.keys(Dimension.SECTION), "Sections");
    pages.put(PageNames.keys(Dimension.AGENCY), "Agencies");
    pages.put(PageNames.keys(Dimension.LANGUAGE), "Languages");
    pages.put(PageNames.DAYS, "Days");
    pages.put(PageNames.DRIFT, "Drift");
    pages.put(PageNames.HEADLINES, "Headlines");
    pages.put(PageNames.REJECTIONS, "Rejections");
    pages.put(PageNames.LEDGER, "Ledger");
    return pages;
  }
}
