package dev.newsfold.report;

import java.util.Locale;

/** The distribution of lags, as bars of a log scale. */
final class LagChart {
  private static final double WIDTH = 1080;
  private static final double TOP = 20;
  private static final double BASE = 200;

  private LagChart() {}

  static void draw(Html html, LagBars lags) {
    html.attr("viewBox", "0 0 1080 240")
        .attr("role", "img")
        .attr(
            "aria-label",
            "Lags of "
                + Figures.count(lags.dated(), "copy", "copies")
                + "; the table below has the numbers");
    html.tag(
        "svg",
        "chart",
        () -> {
          html.attr("x1", "0").attr("x2", "1080").attr("y1", "200").attr("y2", "200");
          html.tag("line", "base", "");
          for (int bar = 0; bar < lags.size(); bar++) {
            bar(html, lags, bar);
          }
        });
    html.line();
  }

  private static void bar(Html html, LagBars lags, int bar) {
    double slot = WIDTH / lags.size();
    double height = (BASE - TOP) * lags.count(bar) / Math.max(1, lags.most());
    double middle = slot * (bar + 0.5);
    if (lags.count(bar) > 0) {
      html.attr("x", number(slot * (bar + 0.1))).attr("y", number(BASE - height));
      html.attr("width", number(slot * 0.8)).attr("height", number(height));
      html.tag("rect", "stories", "");
      html.attr("x", number(middle)).attr("y", number(BASE - height - 5));
      html.attr("text-anchor", "middle").tag("text", "", Figures.count(lags.count(bar)));
    }
    html.attr("x", number(middle)).attr("y", number(BASE + (bar % 2 == 0 ? 16 : 32)));
    html.attr("text-anchor", "middle").tag("text", "", LagBars.label(bar));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
