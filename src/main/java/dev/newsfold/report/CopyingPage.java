package dev.newsfold.report;

import java.util.List;

/** Who takes from whom, how often and how fast. */
final class CopyingPage {
  private static final int ROWS = 50;

  private CopyingPage() {}

  /** The tables of the page. */
  static List<DataTable> tables(Site site) {
    return List.of(
        CopyTables.pairs(site),
        CopyTables.sources(site),
        SiteProfile.all(site),
        CopyTables.lags(site),
        CopyTables.reasons(site),
        CopyTables.concentration(site),
        CopyMatrix.table(site));
  }

  static String render(Site site, List<DataTable> tables) {
    return Shell.render(
        PageNames.COPYING,
        "Copying",
        html -> {
          ListingPages.header(html, "Newsfold", h -> h.text("Copying"), lead(site));
          if (site.copying().copies() > 0) {
            CopyGraph.write(html, site);
            section(html, "Matrix", tables.get(6));
            section(html, "Pairs of sites", tables.get(0));
            section(html, "Named sources", tables.get(1));
            section(html, "Sites", tables.get(2));
            lags(html, site, tables.get(3));
            section(html, "Why it is taken for the original", tables.get(4));
          }
          section(html, "Sources and agencies over time", tables.get(5));
        });
  }

  private static String lead(Site site) {
    Copying copying = site.copying();
    if (copying.copies() == 0) {
      return "No article of this run was found on another site.";
    }
    return Figures.count(copying.copies(), "article", "articles")
        + " of "
        + Figures.count(site.articleCount())
        + " took their text from another, "
        + Figures.percent(copying.copies(), site.articleCount())
        + "."
        + (copying.others() == 0
            ? ""
            : " Of them "
                + Figures.count(copying.others())
                + " are of pairs too rare to be told apart.");
  }

  private static void section(Html html, String title, DataTable table) {
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", title);
          if (table.rows().isEmpty()) {
            html.tag("p", "none", "None.");
          } else {
            table.write(html, ROWS);
          }
        });
  }

  private static void lags(Html html, Site site, DataTable table) {
    LagBars lags = site.copying().lags();
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", "Lags");
          if (lags.dated() > 0) {
            Tables.scroll(html, "Chart of lags", () -> LagChart.draw(html, lags));
            table.write(html);
          }
          html.tag(
              "p",
              "note",
              "Left out: "
                  + Figures.count(lags.undated(), "copy", "copies")
                  + " where one of the two times is not stated to the minute.");
        });
  }
}
