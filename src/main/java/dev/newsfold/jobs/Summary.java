package dev.newsfold.jobs;

import dev.newsfold.captures.Quantity;
import dev.newsfold.report.LedgerTotals;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** The last lines of a run: what came of every capture, and which page to open. */
final class Summary {
  private Summary() {}

  /**
   * Prints them.
   *
   * @param published what the output now holds, of this run and, day by day, of others
   */
  static void print(PrintStream out, StagedRun run, RunLayout layout, RunManifest published) {
    LedgerTotals ledger = run.ledger();
    SortedMap<String, Long> numbers = run.numbers();
    line(
        out,
        "read",
        read(
            ledger.captures(),
            ledger.files(),
            ledger.articles(),
            ledger.recaptures(),
            ledger.rejected(),
            ledger.skipped()));
    line(out, "folded", folded(numbers));
    if (!published.runsByDay().isEmpty()) {
      line(
          out,
          "in all",
          Quantity.of(published.totals().getOrDefault("articles", 0L), "article")
              + ", "
              + Quantity.of(published.totals().getOrDefault("stories", 0L), "story", "stories")
              + "; captured on "
              + Quantity.of(published.runsByDay().size(), "day"));
    }
    line(out, "wrote", files(layout.output().address(), run.files().size()));
    if (!published.tableFiles().isEmpty()) {
      line(
          out,
          "tables",
          files(layout.output().address() + '/' + RunLayout.TABLES, published.tableFiles().size()));
    }
    line(out, "report", show(layout.output().address() + '/' + RunLayout.REPORT));
  }

  /** What all captures came to. */
  static String read(
      long captures, long files, long articles, long recaptures, long rejections, long skips) {
    return Quantity.of(captures, "capture")
        + " in "
        + Quantity.of(files, "file")
        + " = "
        + Quantity.of(articles, "article")
        + " + "
        + Quantity.of(recaptures, "recapture")
        + " + "
        + Quantity.of(rejections, "rejection")
        + " + "
        + Quantity.of(skips, "skip");
  }

  /** What the articles came to, by the totals of a run. */
  static String folded(Map<String, Long> totals) {
    return Quantity.of(totals.getOrDefault("stories", 0L), "story", "stories")
        + ", "
        + Quantity.of(totals.getOrDefault("crossPosts", 0L), "cross-post")
        + "; "
        + Quantity.of(totals.getOrDefault("undated", 0L), "article")
        + " undated, "
        + Quantity.grouped(totals.getOrDefault("late", 0L))
        + " late";
  }

  private static String files(String address, long count) {
    return show(address) + " (" + Quantity.of(count, "file") + ')';
  }

  static void line(PrintStream out, String what, String words) {
    out.println(String.format(Locale.ROOT, "%-8s", what) + words);
  }

  /** Relative to the working folder where that is shorter. */
  private static String show(String path) {
    String here = Path.of("").toAbsolutePath() + "/";
    return path.startsWith(here) ? path.substring(here.length()) : path;
  }
}
