package dev.newsfold.jobs;

import dev.newsfold.report.LedgerTotals;
import dev.newsfold.sinks.RunLayout;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;

/** The last lines of a run: what came of every capture, and which page to open. */
final class Summary {
  private Summary() {}

  static void print(PrintStream out, StagedRun run, RunLayout layout) {
    LedgerTotals ledger = run.ledger();
    SortedMap<String, Long> numbers = run.numbers();
    long stories = numbers.getOrDefault("stories", 0L);
    line(
        out,
        "read",
        "%,d captures in %,d files = %,d articles + %,d recaptures + %,d rejections + %,d skips",
        ledger.captures(),
        numbers.getOrDefault("inputFiles", 0L),
        ledger.articles(),
        ledger.recaptures(),
        ledger.rejected(),
        ledger.skipped());
    line(
        out,
        "folded",
        "%,d stories, %,d cross-posts; %,d articles undated, %,d late",
        stories,
        ledger.articles() - stories,
        numbers.getOrDefault("undated", 0L),
        numbers.getOrDefault("late", 0L));
    line(out, "wrote", "%s (%,d files)", show(layout.output()), run.files().size());
    line(out, "report", "%s", show(layout.report()));
  }

  private static void line(PrintStream out, String what, String format, Object... values) {
    out.println(
        String.format(Locale.ROOT, "%-8s", what) + String.format(Locale.ROOT, format, values));
  }

  /** Relative to the working folder where that is shorter. */
  private static Path show(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
