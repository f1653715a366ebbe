package dev.newsfold.report;

import dev.newsfold.records.Dimension;
import dev.newsfold.report.DataTable.Column;
import java.util.List;

/** How a site stands in copying: on its own page, and as a row among all. */
final class SiteProfile {
  private static final int PARTNERS = 20;

  private SiteProfile() {}

  /** The profiles of the sites that took part in copying. */
  static DataTable all(Site site) {
    DataTable table =
        new DataTable(
            "copying-sites",
            "Sites in copying, most articles first",
            Column.text("site", "site"),
            Column.number("articles", "articles"),
            Column.number("alone", "told by nobody else"),
            Column.number("original", "canonical of a story"),
            Column.number("taken", "taken from others"),
            Column.number("given", "taken by others"),
            Column.number("medianLagSeconds", "median lag"),
            Column.number("lags", "lags known"),
            Column.number("firstMoverShare", "first of those at known times"),
            Column.number("firstMoverStories", "such stories"));
    List<KeyTotal> sites = site.keys().getOrDefault(Dimension.SITE, List.of());
    for (KeyTotal key : sites) {
      if (key.key().isEmpty()) {
        continue; // articles without an address are of no site
      }
      Profile profile = site.copying().of(key.key());
      String page = site.key(Dimension.SITE, key.key());
      table.add(
          Cell.site(key.key(), page),
          Cell.share(profile.articles(), site.articleCount(), page),
          Cell.share(profile.alone(), profile.articles(), page),
          Cell.share(profile.original(), profile.articles(), page),
          Cell.share(profile.taken(), profile.articles(), page),
          Cell.share(profile.given(), site.copying().copies(), page),
          Cell.seconds(profile.lags().median()),
          Cell.count(profile.lags().dated()),
          Cell.ratio(profile.firstMover()),
          Cell.count(profile.races()));
    }
    return table;
  }

  static void write(Html html, Site site, String name) {
    Profile profile = site.copying().of(name);
    if (profile.taken() + profile.given() == 0) {
      return;
    }
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", "Copying");
          html.tag("p", "", sentence(profile));
          html.tag(
              "div",
              "columns",
              () -> {
                partners(html, site, name, true);
                partners(html, site, name, false);
              });
          html.tag(
              "p",
              "note",
              () ->
                  html.text("All pairs: ")
                      .page("data/copying-pairs.csv", () -> html.text("CSV"))
                      .text(", ")
                      .page("data/copying-pairs.json", () -> html.text("JSON"))
                      .text("."));
        });
  }

  private static String sentence(Profile profile) {
    long articles = profile.articles();
    StringBuilder text = new StringBuilder("Of ");
    text.append(Figures.count(articles, "article, ", "articles, "));
    text.append(Figures.percent(profile.alone(), articles))
        .append(" tell what nobody else tells, ");
    text.append(Figures.percent(profile.original(), articles))
        .append(" are the canonical of a story, ");
    text.append(Figures.percent(profile.taken(), articles)).append(" were taken from elsewhere");
    Long median = profile.lags().median();
    if (median != null) {
      text.append(", at a median of ").append(Figures.span(median)).append(" after (");
      text.append(Figures.count(profile.lags().dated())).append(" known to the minute)");
    }
    text.append(". ").append(Figures.count(profile.given(), "article", "articles"));
    text.append(" elsewhere took from here.");
    Double first = profile.firstMover();
    if (first != null) {
      text.append(" It was first in ").append(Math.round(100 * first)).append(" % of ");
      text.append(Figures.count(profile.races(), "story", "stories"));
      text.append(" that it shares with others at times known to the minute.");
    }
    return text.toString();
  }

  private static void partners(Html html, Site site, String name, boolean from) {
    DataTable table =
        new DataTable(
            "copying-pairs",
            from ? "From whom" : "By whom",
            Column.text("site", "site"),
            Column.number("copies", "copies"),
            Column.number("medianLagSeconds", "median lag"));
    List<Copying.Flow> flows = site.copying().flowsOf(name, from, PARTNERS);
    Profile profile = site.copying().of(name);
    for (Copying.Flow flow : flows) {
      String other = from ? flow.pair().from() : flow.pair().to();
      table.add(
          Cell.site(other, site.key(Dimension.SITE, other)),
          Cell.share(flow.copies(), from ? profile.taken() : profile.given()),
          Cell.seconds(flow.medianLag()));
    }
    html.tag(
        "div",
        "",
        () -> {
          if (flows.isEmpty()) {
            html.tag("p", "none", from ? "It took from nobody." : "Nobody took from it.");
          } else {
            table.writeHere(html, PARTNERS);
          }
        });
  }
}
