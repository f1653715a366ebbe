package dev.newsfold.bench.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench.svg}: a bar for the wall time of each row, with its range, and a mark for its CPU.
 */
final class BenchPlot {
  private static final int WIDTH = 900;
  private static final int LEFT = 230;
  private static final int BAR = 14;
  private static final int ROW = 20;
  private static final int GROUP = 34;
  private static final int TOP = 40;

  private final List<String> lines = new ArrayList<>();
  private int y = TOP;

  private BenchPlot() {}

  static String of(List<Summary> summaries) {
    return new BenchPlot().draw(summaries);
  }

  private String draw(List<Summary> summaries) {
    text(10, 20, "Seconds: wall time as bars (light: warm) with their range; CPU time as a mark");
    String input = "";
    double most = 0;
    for (Summary one : summaries) {
      if (!one.row().input().title().equals(input)) {
        input = one.row().input().title();
        most = most(summaries, input);
        text(10, y + GROUP - 10, input);
        y += GROUP;
      }
      bar(one, (WIDTH - LEFT - 60) / most);
    }
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" ",
            WIDTH,
            y + 10)
        + "font-family=\"sans-serif\" font-size=\"12\">\n"
        + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        + String.join("\n", lines)
        + "\n</svg>\n";
  }

  /** Each group of pages has a scale of its own. */
  private static double most(List<Summary> summaries, String input) {
    return summaries.stream()
        .filter(one -> one.row().input().title().equals(input))
        .mapToDouble(one -> Math.max(one.wall().max(), one.cpu().max()))
        .max()
        .orElse(1);
  }

  private void bar(Summary one, double scale) {
    text(10, y + BAR - 2, one.row().subject().title() + ", " + one.row().warmth());
    double wall = one.wall().median() * scale;
    shape(
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
        LEFT, y, wall, BAR, one.row().warm() ? "#9ec5e8" : "#2b6ca3");
    line(LEFT + one.wall().min() * scale, LEFT + one.wall().max() * scale, y + BAR / 2);
    double cpu = LEFT + one.cpu().median() * scale;
    shape(
        "<rect x=\"%.1f\" y=\"%d\" width=\"3\" height=\"%d\" fill=\"#c0392b\"/>",
        cpu, y - 2, BAR + 4);
    text(
        (int) Math.max(LEFT + one.wall().max() * scale, cpu) + 8,
        y + BAR - 2,
        String.format(Locale.ROOT, "%.1f", one.wall().median()));
    y += ROW;
  }

  private void line(double from, double to, int height) {
    shape(
        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"black\"/>",
        from, to, height, height);
  }

  /** Words of ours alone, which need no escapes. */
  private void text(int x, int height, String words) {
    shape("<text x=\"%d\" y=\"%d\">%s</text>", x, height, words);
  }

  private void shape(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
