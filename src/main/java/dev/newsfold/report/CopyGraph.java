package dev.newsfold.report;

import java.util.List;
import java.util.Locale;

/**
 * Copies between the busiest sites as a graph: sites on a circle, and an arc from the site that was
 * taken from to the one that took, the wider the more copies. The layout depends on nothing but the
 * sites' order.
 */
final class CopyGraph {
  private static final int SITES = 12;
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 620;
  private static final double RADIUS = 220;
  private static final double LABEL = 26;
  private static final int NAME = 28;
  private static final double WIDEST = 12;

  private CopyGraph() {}

  static void write(Html html, Site site) {
    List<String> sites = site.copying().busiest(SITES);
    List<Copying.Flow> flows =
        site.copying().flows().stream()
            .filter(flow -> !flow.pair().from().equals(flow.pair().to()))
            .filter(f -> sites.contains(f.pair().from()) && sites.contains(f.pair().to()))
            .toList();
    if (flows.isEmpty()) {
      return;
    }
    html.tag(
        "section",
        "",
        () -> {
          html.tag("h2", "", "Network");
          Tables.scroll(html, "Drawing of the network", () -> draw(html, sites, flows));
          html.tag(
              "p",
              "note",
              "An arc is drawn thin where it leaves and thick where it arrives: from the site that"
                  + " was taken from to the one that took.");
        });
    html.line();
  }

  private static void draw(Html html, List<String> sites, List<Copying.Flow> flows) {
    long most = flows.stream().mapToLong(Copying.Flow::copies).max().orElse(1);
    html.attr("viewBox", "0 0 1080 620").attr("role", "img");
    html.attr(
        "aria-label",
        "Who takes from whom among "
            + Figures.count(sites.size(), "site", "sites")
            + "; the matrix below has the numbers");
    html.tag(
        "svg",
        "chart network",
        () -> {
          flows.forEach(flow -> arc(html, sites, flow, most));
          for (int i = 0; i < sites.size(); i++) {
            node(html, sites, i);
          }
        });
  }

  /** A wedge bent towards the middle: its point at the origin, its broad end at the copy. */
  private static void arc(Html html, List<String> sites, Copying.Flow flow, long most) {
    int from = sites.indexOf(flow.pair().from());
    int to = sites.indexOf(flow.pair().to());
    double x1 = x(from, sites.size(), RADIUS);
    double y1 = y(from, sites.size(), RADIUS);
    double x2 = x(to, sites.size(), RADIUS);
    double y2 = y(to, sites.size(), RADIUS);
    double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
    double half = Math.max(0.8, WIDEST * flow.copies() / most) / 2;
    double acrossX = -(y2 - y1) / length;
    double acrossY = (x2 - x1) / length;
    // Bent to one side, so that both directions of a pair are seen.
    double bendX = (x1 + x2) / 2 + acrossX * length * 0.14;
    double bendY = (y1 + y2) / 2 + acrossY * length * 0.14;
    String path =
        format("M%.1f %.1f Q%.1f %.1f", x1, y1, bendX + acrossX * half, bendY + acrossY * half)
            + format(" %.1f %.1f", x2 + acrossX * half, y2 + acrossY * half)
            + format(" L%.1f %.1f", x2 - acrossX * half, y2 - acrossY * half)
            + format(" Q%.1f %.1f", bendX - acrossX * half, bendY - acrossY * half)
            + format(" %.1f %.1f Z", x1, y1);
    html.attr("d", path).tag("path", "arc", () -> html.tag("title", "", tip(flow)));
  }

  private static String tip(Copying.Flow flow) {
    return ArticleTables.named(flow.pair().to())
        + " took "
        + Figures.count(flow.copies(), "article", "articles")
        + " from "
        + ArticleTables.named(flow.pair().from());
  }

  private static void node(Html html, List<String> sites, int i) {
    int all = sites.size();
    html.attr("cx", format("%.1f", x(i, all, RADIUS)));
    html.attr("cy", format("%.1f", y(i, all, RADIUS)));
    html.attr("r", "5").tag("circle", "moment", "");
    double x = x(i, all, RADIUS + LABEL);
    String anchor = Math.abs(x - WIDTH / 2) < 40 ? "middle" : x < WIDTH / 2 ? "end" : "start";
    html.attr("x", format("%.1f", x)).attr("y", format("%.1f", y(i, all, RADIUS + LABEL) + 4));
    html.attr("text-anchor", anchor);
    html.tag("text", "", Html.shorten(ArticleTables.named(sites.get(i)), NAME));
  }

  private static double x(int i, int all, double radius) {
    return WIDTH / 2 + radius * Math.sin(2 * Math.PI * i / all);
  }

  private static double y(int i, int all, double radius) {
    return HEIGHT / 2 - radius * Math.cos(2 * Math.PI * i / all);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
