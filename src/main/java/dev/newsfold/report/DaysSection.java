package dev.newsfold.report;

import dev.newsfold.report.Timeline.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Articles and stories over time. */
final class DaysSection {
  private DaysSection() {}

  static void write(Html html, RunReport run, Links links) {
    Timeline timeline = Timeline.of(run.windows());
    html.tag(
        "section",
        "days",
        () -> {
          html.tag("h2", "", "Articles and stories a " + timeline.grain().label());
          if (timeline.bars().isEmpty()) {
            html.tag("p", "none", "No article has a publish day.");
            return;
          }
          html.tag(
              "p",
              "legend",
              () -> {
                html.tag("i", "stories", "").text("stories ");
                html.tag("i", "crossposts", "").text("further articles of the same story");
              });
          Tables.scroll(
              html, "Chart of articles and stories", () -> DaysChart.draw(html, timeline, links));
          html.tag("p", "note", note(run, timeline));
          Tables.data(html, "days");
        });
    html.line();
  }

  private static String note(RunReport run, Timeline timeline) {
    List<String> sentences = new ArrayList<>();
    timeline.bars().stream()
        .max(Comparator.comparingLong(Bar::articles))
        .ifPresent(
            bar ->
                sentences.add(
                    "Most: "
                        + Figures.count(bar.articles(), "article", "articles")
                        + ", "
                        + Figures.count(bar.stories(), "story", "stories")
                        + (timeline.grain() == Grain.DAY
                            ? " on "
                            : " in the " + timeline.grain().label() + " from ")
                        + Figures.day(bar.start())
                        + "."));
    if (timeline.before() + timeline.after() > 0) {
      sentences.add(
          "Left out as strays: "
              + Figures.count(timeline.before(), "article", "articles")
              + " published earlier, "
              + Figures.count(timeline.after())
              + " later.");
    }
    if (run.totals().undated() > 0) {
      sentences.add(
          Figures.count(run.totals().undated(), "undated article is", "undated articles are")
              + " on no day.");
    }
    if (timeline.grain() != Grain.DAY) {
      sentences.add("A story counts once for each window it was published in.");
    }
    return String.join(" ", sentences);
  }
}
