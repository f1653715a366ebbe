package dev.newsfold.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How often each field of an article is filled, and which rules filled it. */
final class FieldsSection {
  private static final int RULES_SHOWN = 5;
  private static final int MIX_SHOWN = 6;

  private FieldsSection() {}

  static void write(Html html, RunReport run) {
    Totals totals = run.totals();
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", "Fields");
          if (totals.articles() == 0) {
            html.tag("p", "none", "No articles.");
            return;
          }
          Tables.scroll(
              html,
              "Fields",
              () ->
                  html.tag(
                      "table",
                      "fields",
                      () -> {
                        html.tag(
                            "caption", "", "How often each field is filled, and by which rules");
                        Tables.head(
                            html, "field", "filled", "#percent", "the rules that filled it");
                        html.tag(
                            "tbody",
                            "",
                            () -> Totals.FIELDS.forEach(field -> field(html, totals, field)));
                      }));
          html.tag(
              "dl",
              "mixes",
              () -> {
                mix(html, "Encoding", totals.charsets());
                mix(html, "Evidence of it", totals.charsetEvidence());
                mix(html, "Language", totals.languages());
                mix(html, "Publish time to the", totals.precisions());
              });
          Tables.data(html, "fields");
          html.tag(
              "p",
              "note",
              () ->
                  html.text("Fields by site and week, and those that fell away: ")
                      .page(PageNames.DRIFT, () -> html.text("drift"))
                      .text("."));
          if (totals.truncated() > 0) {
            html.tag(
                "p",
                "note",
                Figures.count(totals.truncated(), "article comes", "articles come")
                    + " from a page that was cut short.");
          }
        });
    html.line();
  }

  /** The fields as a table of data. */
  static DataTable table(RunReport run) {
    DataTable table =
        new DataTable(
            "fields",
            "Fields",
            DataTable.Column.text("field", "field"),
            DataTable.Column.number("articles", "articles"),
            DataTable.Column.number("filled", "filled"),
            DataTable.Column.number("refused", "refused"),
            DataTable.Column.text("rules", "rules, most first"));
    for (String name : Totals.FIELDS) {
      FieldTotals field = run.totals().field(name);
      List<Part> parts = parts(field.rules(), RULES_SHOWN);
      table.add(
          Cell.text(name),
          Cell.count(run.totals().articles()),
          Cell.count(field.filled()),
          Cell.count(field.refusals().total()),
          Cell.text(String.join(", ", parts.stream().map(Part::label).toList())));
    }
    return table;
  }

  private static void field(Html html, Totals totals, String name) {
    FieldTotals field = totals.field(name);
    List<Part> parts = parts(field.rules(), RULES_SHOWN);
    html.tag(
        "tr",
        field.filled() == 0 ? "zero" : "",
        () -> {
          html.attr("scope", "row").tag("th", "", name);
          html.tag(
              "td",
              "rate",
              () ->
                  html.tag(
                      "span",
                      "track",
                      () ->
                          html.attr("style", Figures.width(field.filled(), totals.articles()))
                              .tag("span", "mix", () -> bar(html, parts, field.filled()))));
          html.tag("td", "n", Figures.percent(field.filled(), totals.articles()));
          html.tag("td", "rules", () -> rules(html, field, parts));
        });
    html.line();
  }

  private static void bar(Html html, List<Part> parts, long whole) {
    for (int i = 0; i < parts.size(); i++) {
      html.attr("style", Figures.width(parts.get(i).count(), whole)).tag("i", "m" + i, "");
    }
  }

  private static void rules(Html html, FieldTotals field, List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int shade = i;
      html.tag(
          "span",
          "rule",
          () -> {
            html.tag("i", "m" + shade, "");
            html.foreign(part.label(), BoundedCounts.LABEL_LENGTH);
            html.tag("span", "soft", " " + Figures.percent(part.count(), field.filled()));
          });
      html.text(" ");
    }
    long refused = field.refusals().total();
    if (refused > 0) {
      String reasons =
          String.join(", ", field.refusals().byCount().keySet().stream().limit(3).toList());
      html.tag(
          "span",
          "rule refused",
          () ->
              html.text("refused " + Figures.count(refused) + ": ")
                  .foreign(reasons, 2 * BoundedCounts.LABEL_LENGTH));
    }
  }

  private static void mix(Html html, String title, BoundedCounts counts) {
    html.tag(
        "div",
        "",
        () -> {
          html.tag("dt", "", title);
          html.tag(
              "dd",
              "",
              () -> {
                for (Part part : parts(counts, MIX_SHOWN)) {
                  html.tag(
                      "span",
                      "rule",
                      () -> {
                        html.foreign(part.label(), BoundedCounts.LABEL_LENGTH);
                        html.tag("span", "soft", " " + Figures.count(part.count()));
                      });
                  html.text(" ");
                }
              });
        });
  }

  private record Part(String label, long count) {}

  /** The largest parts, and what is left as one. */
  private static List<Part> parts(BoundedCounts counts, int most) {
    List<Part> parts = new ArrayList<>();
    long left = counts.total();
    for (Map.Entry<String, Long> entry : counts.byCount().entrySet()) {
      if (parts.size() == most) {
        break;
      }
      String label = entry.getKey().isEmpty() ? "not stated" : entry.getKey();
      parts.add(new Part(label, entry.getValue()));
      left -= entry.getValue();
    }
    if (left > 0) {
      parts.add(new Part("others", left));
    }
    return parts;
  }
}
