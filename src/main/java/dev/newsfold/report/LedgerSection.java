package dev.newsfold.report;

import dev.newsfold.records.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
          html.tag("h2", "", () -> html.page(PageNames.LEDGER, () -> html.text("Ledger")));
          if (files.isEmpty()) {
            html.tag("p", "none", "No input files.");
            return;
          }
          html.tag("p", "note", note(files.size(), run.ledger().files()));
          Tables.scroll(html, "Input files", () -> table(html, files));
          Tables.data(html, "ledger");
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
        "ledger sortable",
        () -> {
          html.tag("caption", "", "Input files and what became of their captures");
          Tables.head(
              html,
              "file",
              "#size",
              "#captures",
              "#articles",
              "#recaptures",
              "#rejections",
              "#skips",
              "why");
          html.tag("tbody", "", () -> files.forEach(file -> row(html, file)));
        });
  }

  private static void row(Html html, InputFile file) {
    LedgerTotals totals = LedgerTotals.of(file);
    html.tag(
        "tr",
        "",
        () -> {
          html.attr("scope", "row")
              .tag("th", "path", () -> html.foreign(file.getPath(), PATH_LENGTH));
          html.tag("td", "n", file.getSize() == null ? "" : Figures.bytes(file.getSize()));
          Tables.number(html, totals.captures());
          Tables.number(html, totals.articles());
          Tables.number(html, totals.recaptures());
          Tables.number(html, totals.rejected());
          Tables.number(html, totals.skipped());
          html.tag("td", "why", () -> html.foreign(remarks(file), PATH_LENGTH));
        });
    html.line();
  }

  /** What is wrong with a file, in words. */
  static String remarks(InputFile file) {
    LedgerTotals totals = LedgerTotals.of(file);
    List<String> remarks = new ArrayList<>();
    if (file.getDigest() == null) {
      remarks.add("not read to its end");
    }
    if (totals.unexplained() != 0) {
      remarks.add(Figures.count(totals.unexplained()) + " unexplained");
    }
    totals
        .rejections()
        .forEach(
            (reason, count) -> {
              String words = reason.toLowerCase(Locale.ROOT).replace('_', ' ');
              remarks.add(count > 1 ? words + ' ' + Figures.count(count) : words);
            });
    return String.join(", ", remarks);
  }
}
