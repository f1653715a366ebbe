package dev.newsfold.jobs;

import dev.newsfold.report.LedgerTotals;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
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
        "%,d captures in %,d files = %,d articles + %,d recaptures + %,d rejections + %,d skips",
        ledger.captures(),
        ledger.files(),
        ledger.articles(),
        ledger.recaptures(),
        ledger.rejected(),
        ledger.skipped());
    line(
        out,
        "folded",
        "%,d stories, %,d cross-posts; %,d articles undated, %,d late",
        numbers.getOrDefault("stories", 0L),
        numbers.getOrDefault("crossPosts", 0L),
        numbers.getOrDefault("undated", 0L),
        numbers.getOrDefault("late", 0L));
    if (!published.runsByDay().isEmpty()) {
      line(
          out,
          "in all",
          "%,d articles, %,d stories; captured on %,d days",
          published.totals().getOrDefault("articles", 0L),
          published.totals().getOrDefault("stories", 0L),
          published.runsByDay().size());
    }
    line(out, "wrote", "%s (%,d files)", show(layout.output().address()), run.files().size());
    if (!published.tableFiles().isEmpty()) {
      line(
          out,
          "tables",
          "%s (%,d files)",
          show(layout.output().address() + '/' + RunLayout.TABLES),
          published.tableFiles().size());
    }
    line(out, "report", "%s", show(layout.output().address() + '/' + RunLayout.REPORT));
  }

  private static void line(PrintStream out, String what, String format, Object... values) {
    out.println(
        String.format(Locale.ROOT, "%-8s", what) + String.format(Locale.ROOT, format, values));
  }

  /** Relative to the working folder where that is shorter. */
  private static String show(String path) {
    String here = Path.of("").toAbsolutePath() + "/";
    return path.startsWith(here) ? path.substring(here.length()) : path;
  }
}
