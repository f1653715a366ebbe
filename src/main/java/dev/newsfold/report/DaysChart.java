package dev.newsfold.report;

import dev.newsfold.report.Timeline.Bar;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Articles and stories over time, as a drawing: the strong part of a bar is the stories, the whole
 * of it the articles, so what is pale is cross-posts.
 */
final class DaysChart {
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 300;
  private static final double LEFT = 52;
  private static final double TOP = 12;
  private static final double BOTTOM = 42;
  private static final double PLOT_WIDTH = WIDTH - LEFT;
  private static final double PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
  private static final double WIDEST_BAR = 40;
  private static final double LABEL_WIDTH = 70;
  private static final int GRID_LINES = 4;

  private final Html html;
  private final Timeline timeline;
  private final Links links;
  private final long ceiling;
  private final double slot;

  private DaysChart(Html html, Timeline timeline, Links links) {
    this.html = html;
    this.timeline = timeline;
    this.links = links;
    this.ceiling = step(timeline.mostArticles()) * stepsTo(timeline.mostArticles());
    this.slot = PLOT_WIDTH / timeline.bars().size();
  }

  /** Draws {@code timeline}, which has a bar at least. */
  static void draw(Html html, Timeline timeline, Links links) {
    new DaysChart(html, timeline, links).draw();
  }

  private void draw() {
    List<Bar> bars = timeline.bars();
    html.attr("viewBox", "0 0 " + number(WIDTH) + ' ' + number(HEIGHT))
        // Not an image, whose parts nobody could reach: its bars are links.
        .attr("role", "group")
        .attr(
            "aria-label",
            "Articles and stories a "
                + timeline.grain().label()
                + ", from "
                + bars.get(0).start()
                + " to "
                + bars.get(bars.size() - 1).start())
        .tag(
            "svg",
            "chart",
            () -> {
              grid();
              for (int i = 0; i < bars.size(); i++) {
                bar(bars.get(i), LEFT + i * slot);
              }
              labels();
            });
  }

  private void grid() {
    for (long value = 0; value <= ceiling; value += step(timeline.mostArticles())) {
      double y = y(value);
      html.attr("x1", number(LEFT))
          .attr("x2", number(WIDTH))
          .attr("y1", number(y))
          .attr("y2", number(y))
          .tag("line", value == 0 ? "base" : "grid", "");
      html.attr("x", number(LEFT - 10))
          .attr("y", number(y + 4))
          .attr("text-anchor", "end")
          .tag("text", "", Figures.count(value));
    }
  }

  private void bar(Bar bar, double left) {
    double width = Math.min(WIDEST_BAR, slot * (slot > 4 ? 0.78 : 0.9));
    double x = left + (slot - width) / 2;
    html.tag(
        "g",
        "bar",
        () -> {
          html.page(
              links.period(bar.start()),
              () -> {
                html.tag("title", "", tip(bar));
                rect("hover", left, slot, TOP, TOP + PLOT_HEIGHT);
                rect("crossposts", x, width, y(bar.articles()), y(bar.stories()));
                rect("stories", x, width, y(bar.stories()), y(0));
              });
        });
  }

  private String tip(Bar bar) {
    return (timeline.grain() == Grain.DAY ? "" : timeline.grain().label() + " from ")
        + Figures.day(bar.start())
        + ": "
        + Figures.count(bar.articles(), "article", "articles")
        + ", "
        + Figures.count(bar.stories(), "story", "stories");
  }

  private void rect(String cssClass, double x, double width, double top, double bottom) {
    if (bottom > top) {
      html.attr("x", number(x))
          .attr("y", number(top))
          .attr("width", number(width))
          .attr("height", number(bottom - top))
          .tag("rect", cssClass, "");
    }
  }

  private void labels() {
    Grain unit = labelUnit();
    List<Bar> bars = timeline.bars();
    int lastYear = Integer.MIN_VALUE;
    for (int i = 0; i < bars.size(); i++) {
      LocalDate start = bars.get(i).start();
      // A unit is named where it begins; the first bar need not begin one.
      boolean begins =
          i == 0
              ? unit.floor(start).equals(start)
              : !unit.floor(start).equals(unit.floor(bars.get(i - 1).start()));
      if (begins) {
        double x = LEFT + (i + 0.5) * slot;
        label(x, 18, unit.format(unit.compareTo(Grain.WEEK) > 0 ? unit.floor(start) : start));
        if (unit.omitsYear() && start.getYear() != lastYear) {
          label(x, 34, Integer.toString(start.getYear()));
          lastYear = start.getYear();
        }
      }
    }
  }

  private void label(double x, double below, String text) {
    html.attr("x", number(x))
        .attr("y", number(TOP + PLOT_HEIGHT + below))
        .attr("text-anchor", "middle")
        .tag("text", "", text);
  }

  /** The finest unit whose labels do not touch. */
  private Grain labelUnit() {
    for (Grain unit : Grain.values()) {
      boolean fits = slot * unit.days() / timeline.grain().days() >= LABEL_WIDTH;
      if (fits && unit.compareTo(timeline.grain()) >= 0) {
        return unit;
      }
    }
    return Grain.TWENTY_YEARS;
  }

  private double y(long value) {
    return TOP + PLOT_HEIGHT * (1 - (double) value / ceiling);
  }

  /** The distance of grid lines: 1, 2 or 5 times a power of ten. */
  static long step(long most) {
    long power = 1;
    while (true) {
      for (long factor : new long[] {1, 2, 5}) {
        if (most <= GRID_LINES * factor * power) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private static long stepsTo(long most) {
    return Math.max(1, (most + step(most) - 1) / step(most));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }
}
