package dev.newsfold.report;

import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.report.DataTable.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Rejections: how many for which reason, and the first of each. */
final class RejectionsPage {
  private static final int MESSAGE = 400;
  private static final int PLACE = 200;

  private RejectionsPage() {}

  /** Rejections by reason, most first. */
  static DataTable reasons(Site site) {
    DataTable table =
        new DataTable(
            "rejection-reasons",
            "Rejections by reason",
            Column.text("reason", "reason"),
            Column.number("rejections", "rejections"));
    long captures = site.run().ledger().captures();
    for (Reason reason : byCount(site)) {
      table.add(
          Cell.text(RejectionsSection.words(reason), PageNames.REJECTIONS + '#' + anchor(reason)),
          Cell.share(
              site.run().totals().rejections(reason),
              captures,
              PageNames.REJECTIONS + '#' + anchor(reason)));
    }
    return table;
  }

  /** The first rejections for each reason. */
  static DataTable all(Site site) {
    DataTable table = table("rejections", "Rejections, the first for each reason");
    byCount(site).forEach(reason -> addTo(table, site, reason));
    return table;
  }

  static String render(Site site, DataTable reasons) {
    long captures = site.run().ledger().captures();
    long rejected = site.run().ledger().rejected();
    String lead =
        Figures.count(rejected, "rejection", "rejections")
            + " of "
            + Figures.count(captures, "capture", "captures")
            + ", "
            + Figures.percent(rejected, captures)
            + "; rejections/ holds them all, with what can be run again.";
    return Shell.render(
        PageNames.REJECTIONS,
        "Rejections",
        html -> {
          ListingPages.header(html, "Newsfold", h -> h.text("Rejections"), lead);
          if (reasons.rows().isEmpty()) {
            html.tag("p", "none", "Nothing was rejected.");
            return;
          }
          html.tag("section", "", () -> reasons.write(html));
          byCount(site).forEach(reason -> section(html, site, reason));
          html.tag(
              "p",
              "data",
              () ->
                  html.text("The first for each reason: ")
                      .page("data/rejections.csv", () -> html.text("CSV"))
                      .text(", ")
                      .page("data/rejections.json", () -> html.text("JSON"))
                      .text("."));
        });
  }

  private static void section(Html html, Site site, Reason reason) {
    html.attr("id", anchor(reason))
        .tag(
            "section",
            "",
            () -> {
              html.tag("h2", "", RejectionsSection.words(reason));
              DataTable table = table("rejections", "Rejected: " + RejectionsSection.words(reason));
              addTo(table, site, reason);
              table.writeHere(html, Limits.ROWS);
            });
  }

  private static DataTable table(String name, String caption) {
    return new DataTable(
        name,
        caption,
        Column.text("message", "why"),
        Column.text("reason", "reason"),
        Column.text("stage", "stage"),
        Column.text("file", "file"),
        Column.number("offset", "byte"),
        Column.text("member", "record"),
        Column.text("url", "address"));
  }

  private static void addTo(DataTable table, Site site, Reason reason) {
    for (Rejection rejection : site.rejections().getOrDefault(reason, List.of())) {
      Origin origin = rejection.getOrigin();
      String url = rejection.getUrl();
      table.add(
          Cell.foreign(rejection.getMessage(), MESSAGE),
          Cell.text(RejectionsSection.words(reason)),
          Cell.text(rejection.getStage().name().toLowerCase(Locale.ROOT)),
          Cell.foreign(origin.getFile(), PLACE),
          origin.getOffset() == null ? Cell.none() : Cell.count(origin.getOffset()),
          Cell.foreign(origin.getMember(), PLACE),
          url == null ? Cell.none() : Cell.address(url, PLACE));
    }
  }

  private static List<Reason> byCount(Site site) {
    List<Reason> reasons = new ArrayList<>(site.rejections().keySet());
    reasons.sort(
        Comparator.comparingLong((Reason reason) -> -site.run().totals().rejections(reason))
            .thenComparing(Comparator.naturalOrder()));
    return reasons;
  }

  private static String anchor(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
