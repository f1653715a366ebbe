package dev.newsfold.report;

import dev.newsfold.aggregate.FieldDrift;
import dev.newsfold.records.Dimension;
import dev.newsfold.records.Headline;
import dev.newsfold.records.InputFile;
import dev.newsfold.report.DataTable.Column;
import java.util.Locale;

/** Pages of one table each: stories, articles, headlines, files, fields that fell away. */
final class ListPages {
  private static final int PATH = 160;
  private static final int RATES = 100_000;

  private ListPages() {}

  /** A page with nothing but a table. */
  static String render(String page, String title, String lead, DataTable table, int rows) {
    return Shell.render(
        page,
        title,
        html -> {
          ListingPages.header(html, "Newsfold", h -> h.text(title), lead);
          html.tag(
              "section",
              "",
              () -> {
                if (table.rows().isEmpty()) {
                  html.tag("p", "none", "None.");
                } else {
                  table.write(html, rows);
                }
              });
        });
  }

  static String stories(Site site, DataTable table) {
    StoryPass counts = site.counts();
    String lead =
        Figures.count(counts.sharedCount(), "story", "stories")
            + " of more than one article, "
            + Figures.percent(counts.sharedCount(), counts.storyCount())
            + " of "
            + Figures.count(counts.storyCount())
            + ".";
    if (table.rows().size() < counts.sharedCount()) {
      lead += " The widest have a page each; stories/ holds them all.";
    }
    return render(PageNames.STORIES, "Stories", lead, table, table.rows().size());
  }

  static String articles(Site site, DataTable table) {
    String lead =
        Figures.count(table.rows().size(), "article has", "articles have")
            + " a page, "
            + Figures.percent(table.rows().size(), site.articleCount())
            + " of "
            + Figures.count(site.articleCount())
            + ": those of the widest stories first, then the latest.";
    return render(PageNames.ARTICLES, "Articles", lead, table, table.rows().size());
  }

  /** How many articles stories have. */
  static DataTable sizes(Site site) {
    DataTable table =
        new DataTable(
            "story-sizes",
            "Stories by their number of articles",
            Column.number("articles", "articles in the story"),
            Column.number("stories", "stories"));
    site.counts()
        .sizes()
        .forEach(
            (size, stories) ->
                table.add(
                    Cell.count(size),
                    Cell.share(stories, site.counts().storyCount(), PageNames.STORIES)));
    return table;
  }

  static DataTable headlines(Site site) {
    DataTable table =
        new DataTable(
            "headlines",
            "Headlines that lists show and no captured article carries, on most pages first",
            Column.text("headline", "headline"),
            Column.number("pages", "pages"),
            Column.number("sites", "sites"),
            Column.text("firstSeen", "first seen"),
            Column.text("lastSeen", "last seen"));
    for (Headline headline : site.headlines()) {
      table.add(
          Cell.foreign(headline.getHeadline(), ArticleTables.HEADLINE),
          Cell.count(headline.getPages()),
          Cell.count(headline.getSites()),
          Cell.captured(headline.getFirstSeen(), site.zone()),
          Cell.captured(headline.getLastSeen(), site.zone()));
    }
    return table;
  }

  static String headlines(Site site, DataTable table) {
    String lead =
        "Seen in all: "
            + Figures.count(site.run().records("headlines"), "headline", "headlines")
            + ". Here are those that lead to nothing that was captured; headlines/ holds them all,"
            + " and sightings/ the pages that they stand on, where a run has --sightings.";
    return render(PageNames.HEADLINES, "Headlines", lead, table, table.rows().size());
  }

  static DataTable ledger(Site site) {
    DataTable table =
        new DataTable(
            "ledger",
            "Input files that need a look, worst first",
            Column.text("path", "file"),
            Column.number("captures", "captures"),
            Column.number("articles", "articles"),
            Column.number("recaptures", "recaptures"),
            Column.number("rejections", "rejections"),
            Column.number("skips", "skips"),
            Column.text("remarks", "why"));
    for (InputFile file : site.files()) {
      LedgerTotals totals = LedgerTotals.of(file);
      table.add(
          Cell.foreign(file.getPath(), PATH),
          Cell.share(totals.captures(), site.run().ledger().captures()),
          Cell.share(totals.articles(), totals.captures()),
          Cell.share(totals.recaptures(), totals.captures()),
          Cell.share(totals.rejected(), totals.captures(), PageNames.REJECTIONS),
          Cell.share(totals.skipped(), totals.captures()),
          Cell.foreign(LedgerSection.remarks(file), PATH));
    }
    return table;
  }

  static String ledger(Site site, DataTable table) {
    long all = site.run().ledger().files();
    String lead =
        Figures.count(all, "input file", "input files")
            + ". Here are those that were not read to their end, that do not add up or that had"
            + " rejections. ledger/ holds them all, each with its articles, recaptures, rejections"
            + " and skips: pipelines/run cat --current prints it. How many captures an article"
            + " stands for, its page says.";
    return render(PageNames.LEDGER, "Ledger", lead, table, table.rows().size());
  }

  static DataTable falls(Site site) {
    DataTable table =
        new DataTable(
            "drift",
            "Fields that fell away, deepest first",
            Column.text("site", "site"),
            Column.text("field", "field"),
            Column.text("week", "week from"),
            Column.number("before", "filled in the weeks before"),
            Column.number("rate", "filled in this week"),
            Column.number("articles", "articles of the week"));
    for (FieldRates.Fall fall : site.rates().falls()) {
      table.add(
          Cell.site(fall.row().getSite(), site.key(Dimension.SITE, fall.row().getSite())),
          Cell.text(fall.rate().getField()),
          Cell.text(Figures.day(fall.row().getWeek())),
          Cell.ratio(fall.rate().getBefore()),
          Cell.ratio(fall.rate().getRate()),
          Cell.count(fall.row().getArticles()));
    }
    return table;
  }

  /** The rate of every field by site and week; too long for a page. */
  static DataTable rates(Site site) {
    DataTable table =
        new DataTable(
            "field-rates",
            "Fields by site and week",
            Column.text("site", "site"),
            Column.text("week", "week from"),
            Column.text("field", "field"),
            Column.number("articles", "articles"),
            Column.number("filled", "filled"));
    site.rates()
        .rows()
        .limit(RATES / FieldDrift.FIELDS.size())
        .forEach(
            row ->
                row.getFields()
                    .forEach(
                        rate ->
                            table.add(
                                Cell.foreign(row.getSite(), ArticleTables.NAME),
                                Cell.text(Figures.day(row.getWeek())),
                                Cell.text(rate.getField()),
                                Cell.count(row.getArticles()),
                                Cell.count(rate.getFilled()))));
    return table;
  }

  static String drift(DataTable table) {
    String lead =
        String.format(
            Locale.ROOT,
            "A field fell away where a site filled it less often in a week than in the weeks before"
                + " by %.0f %% of articles or more, with %d articles at least on both sides: the"
                + " site may have changed its layout. Weeks are those of capture, and of publishing where a"
                + " capture has no time.",
            100 * FieldDrift.FALL,
            FieldDrift.ENOUGH);
    return Shell.render(
        PageNames.DRIFT,
        "Drift",
        html -> {
          ListingPages.header(html, "Newsfold", h -> h.text("Drift"), lead);
          html.tag(
              "section",
              "",
              () -> {
                if (table.rows().isEmpty()) {
                  html.tag("p", "none", "No field fell away.");
                } else {
                  table.write(html);
                }
                html.tag(
                    "p",
                    "data",
                    () ->
                        html.text("Every field by site and week: ")
                            .page("data/field-rates.csv", () -> html.text("CSV"))
                            .text(", ")
                            .page("data/field-rates.json", () -> html.text("JSON"))
                            .text("."));
              });
        });
  }
}
