package dev.newsfold.report;

import dev.newsfold.records.InputFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ledger's rows that most need a look. */
final class LedgerSection {
  private static final int PATH_LENGTH = 160;

  private LedgerSection() {}

  static void write(Html html, RunReport run) {
    List<InputFile> files = run.files();
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", "Ledger");
          if (files.isEmpty()) {
            html.tag("p", "none", "No input files.");
            return;
          }
          html.tag("p", "note", note(files.size(), run.ledger().files()));
          html.tag("div", "scroll", () -> table(html, files));
        });
    html.line();
  }

  private static String note(long shown, long all) {
    return shown < all
        ? "The "
            + Figures.count(shown)
            + " of "
            + Figures.count(all)
            + " files that need a look first; ledger/ holds them all."
        : "Files that need a look come first.";
  }

  private static void table(Html html, List<InputFile> files) {
    html.tag(
        "table",
        "ledger",
        () -> {
          Tables.head(
              html,
              "file",
              "#size",
              "#captures",
              "#articles",
              "#recaptures",
              "#rejections",
              "#skips",
              "");
          html.tag("tbody", "", () -> files.forEach(file -> row(html, file)));
        });
  }

  private static void row(Html html, InputFile file) {
    LedgerTotals totals = LedgerTotals.of(file);
    html.tag(
        "tr",
        "",
        () -> {
          html.tag("th", "path", () -> html.foreign(file.getPath(), PATH_LENGTH));
          html.tag("td", "n", file.getSize() == null ? "" : Figures.bytes(file.getSize()));
          Tables.number(html, totals.captures());
          Tables.number(html, totals.articles());
          Tables.number(html, totals.recaptures());
          Tables.number(html, totals.rejected());
          Tables.number(html, totals.skipped());
          html.tag("td", "why", () -> remarks(html, file, totals));
        });
    html.line();
  }

  private static void remarks(Html html, InputFile file, LedgerTotals totals) {
    if (file.getDigest() == null) {
      html.tag("span", "warn", "not read to its end ");
    }
    if (totals.unexplained() != 0) {
      html.tag("span", "warn", Figures.count(totals.unexplained()) + " unexplained ");
    }
    String separator = "";
    for (Map.Entry<String, Long> entry : totals.rejections().entrySet()) {
      html.text(separator + entry.getKey().toLowerCase(Locale.ROOT).replace('_', ' '));
      if (entry.getValue() > 1) {
        html.text(" " + Figures.count(entry.getValue()));
      }
      separator = ", ";
    }
  }
}
