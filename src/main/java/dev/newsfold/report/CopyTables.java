package dev.newsfold.report;

import dev.newsfold.records.Dimension;
import dev.newsfold.report.DataTable.Column;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Tables of the page on copying. */
final class CopyTables {
  private static final int PAIRS = 10_000;
  private static final int NAME = 60;

  private CopyTables() {}

  static DataTable pairs(Site site) {
    DataTable table =
        new DataTable(
            "copying-pairs",
            "Who takes from whom, most copies first",
            Column.text("to", "site"),
            Column.text("from", "took from"),
            Column.number("copies", "copies"),
            Column.number("medianLagSeconds", "median lag"),
            Column.number("lags", "lags known"));
    for (Copying.Flow flow : site.copying().flows()) {
      if (table.rows().size() == PAIRS) {
        break;
      }
      String to = flow.pair().to();
      String from = flow.pair().from();
      table.add(
          Cell.site(to, site.key(Dimension.SITE, to)),
          Cell.site(from, site.key(Dimension.SITE, from)),
          Cell.share(flow.copies(), site.copying().copies(), site.key(Dimension.SITE, to)),
          Cell.seconds(flow.medianLag()),
          Cell.count(flow.lags()));
    }
    return table;
  }

  static DataTable sources(Site site) {
    DataTable table =
        new DataTable(
            "copying-sources",
            "Sources that copies name, most copies first",
            Column.text("source", "source"),
            Column.text("site", "site that names it"),
            Column.number("copies", "copies"));
    for (Tally.Entry<Copying.Pair> entry : site.copying().sources(PAIRS)) {
      String source = entry.key().from();
      String to = entry.key().to();
      table.add(
          Cell.foreign(source, NAME, site.key(Dimension.SOURCE, source)),
          Cell.site(to, site.key(Dimension.SITE, to)),
          Cell.share(entry.count(), site.copying().copies(), site.key(Dimension.SOURCE, source)));
    }
    return table;
  }

  static DataTable lags(Site site) {
    DataTable table =
        new DataTable(
            "copying-lags",
            "How long after its original a copy appears",
            Column.text("lag", "lag"),
            Column.number("copies", "copies"));
    LagBars lags = site.copying().lags();
    for (int bar = 0; bar < lags.size(); bar++) {
      table.add(Cell.text(LagBars.label(bar)), Cell.share(lags.count(bar), lags.dated()));
    }
    return table;
  }

  static DataTable reasons(Site site) {
    DataTable table =
        new DataTable(
            "copying-reasons",
            "What speaks for the original",
            Column.text("reason", "reason"),
            Column.number("copies", "copies"));
    site.copying()
        .reasons()
        .forEach(
            (reason, count) ->
                table.add(
                    Cell.text(reason.toLowerCase(Locale.ROOT).replace('_', ' ')),
                    Cell.share(count, site.copying().copies())));
    return table;
  }

  static DataTable concentration(Site site) {
    DataTable table =
        new DataTable(
            "concentration",
            "Concentration of sources and share of agencies, by window",
            Column.text("start", "from"),
            Column.number("articles", "articles"),
            Column.number("herfindahl", "Herfindahl index of sources"),
            Column.number("agencyShare", "articles that quote an agency"));
    for (Concentration.Window window : site.concentration().windows()) {
      Double index = window.herfindahl();
      table.add(
          Cell.text(
              window(window.start(), site.zone()),
              site.period(window.start().atZone(site.zone()).toLocalDate())),
          Cell.count(window.articles()),
          index == null ? Cell.none() : Cell.decimal(index),
          Cell.ratio(window.agencies()));
    }
    return table;
  }

  /** When a window starts: a day, or an hour of one. */
  private static String window(Instant start, ZoneId zone) {
    ZonedDateTime time = start.atZone(zone);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Figures.day(time.toLocalDate())
        : Figures.minute(start, zone);
  }
}
