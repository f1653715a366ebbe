package dev.newsfold.bench.runs;

import java.util.List;
import java.util.Locale;

/** {@code bench.md}: a table for people, in Markdown. */
final class BenchTable {
  private BenchTable() {}

  static String of(List<Summary> summaries) {
    StringBuilder text =
        new StringBuilder(
            "| pages | what | | wall s | CPU s | times the wall | times the CPU | peak MB |"
                + " ms CPU a page | shuffled MB |\n|---|---|---|---|---|---|---|---|---|---|\n");
    for (Summary one : summaries) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s | %s | %s | %.2f | %s |%n",
              one.row().input().title(),
              one.row().subject().title(),
              one.row().warmth(),
              one.wall().text(1),
              one.cpu().text(1),
              one.wallRatio() == null ? "" : one.wallRatio().text(2),
              one.cpuRatio() == null ? "" : one.cpuRatio().text(2),
              one.peakMegabytes().text(0),
              1000 * one.cpu().median() / Math.max(1, one.row().input().pages()),
              one.shuffledMegabytes().median() == 0 ? "" : one.shuffledMegabytes().text(1)));
    }
    return text.append(
            "\nMedians, and between which all rounds lie. \"Times\" is the ratio to the "
                + Subject.BASE.title()
                + ", in the same round.\n")
        .toString();
  }
}
