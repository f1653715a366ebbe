package dev.newsfold.report;

import dev.newsfold.records.DailyAggregate;
import java.time.LocalDate;

/** The head of the page: what the run found, and the sum that accounts for every capture. */
final class Opening {
  private Opening() {}

  /** The run in a few words. */
  static String headline(RunReport run) {
    return Figures.count(run.ledger().articles(), "article", "articles")
        + ", "
        + Figures.count(run.records("stories"), "story", "stories");
  }

  static void write(Html html, RunReport run) {
    html.tag(
        "header",
        "",
        () -> {
          html.tag("p", "eyebrow", "Newsfold");
          html.tag("h1", "", headline(run));
          html.tag("p", "lead", lead(run));
        });
    html.line();
    equation(html, run.ledger());
    tiles(html, run);
  }

  private static String lead(RunReport run) {
    RunFacts facts = run.facts();
    StringBuilder lead = new StringBuilder();
    lead.append("Job ").append(facts.job()).append(", ");
    lead.append(Figures.minute(facts.started(), facts.zone()));
    lead.append(", in ").append(Figures.duration(facts.started(), facts.ended())).append('.');
    if (!run.windows().isEmpty()) {
      LocalDate first = run.windows().get(0).getDay();
      LocalDate last = run.windows().get(run.windows().size() - 1).getDay();
      lead.append(" Published ").append(Figures.day(first));
      if (!first.equals(last)) {
        lead.append(" to ").append(Figures.day(last));
      }
      lead.append('.');
    }
    return lead.append(" Days and times are those of ").append(facts.zone()).append('.').toString();
  }

  private static void equation(Html html, LedgerTotals ledger) {
    long unexplained = ledger.unexplained();
    html.attr("aria-label", "What became of the captures")
        .tag(
            "section",
            "equation",
            () -> {
              html.tag(
                  "div",
                  "terms",
                  () -> {
                    term(html, "", ledger.captures(), "captures");
                    term(html, "=", ledger.articles(), "articles");
                    term(html, "+", ledger.recaptures(), "recaptures");
                    term(html, "+", ledger.rejected(), "rejections");
                    term(html, "+", ledger.skipped(), "skips");
                    if (unexplained != 0) {
                      term(html, "+", unexplained, "unexplained");
                    }
                  });
              html.tag(
                  "div",
                  "share",
                  () -> {
                    share(html, "of-articles", ledger.articles(), ledger.captures());
                    share(html, "of-recaptures", ledger.recaptures(), ledger.captures());
                    share(html, "of-rejections", ledger.rejected(), ledger.captures());
                    share(html, "of-skips", ledger.skipped(), ledger.captures());
                  });
              if (unexplained != 0) {
                html.tag(
                    "p",
                    "warn",
                    "The sum does not hold: "
                        + Figures.count(unexplained)
                        + " captures are unexplained. Do not trust this run.");
              }
            });
    html.line();
  }

  private static void term(Html html, String operator, long count, String label) {
    html.tag(
        "div",
        "term " + label,
        () -> {
          html.tag("span", "operator", operator).text(" ");
          html.tag("b", "", Figures.count(count)).text(" ");
          html.tag("span", "label", label);
        });
    html.text(" ");
  }

  private static void share(Html html, String cssClass, long part, long whole) {
    if (part > 0) {
      html.attr("style", Figures.width(part, whole)).tag("i", cssClass, "");
    }
  }

  private static void tiles(Html html, RunReport run) {
    long days = run.windows().stream().map(DailyAggregate::getDay).distinct().count();
    html.tag(
        "dl",
        "tiles",
        () -> {
          tile(html, run.ledger().files(), "input files");
          tile(html, days, "days of publishing");
          tile(html, run.crossPosts(), "cross-posts");
          tile(html, run.totals().undated(), "undated articles");
          tile(html, run.records("late"), "late articles");
          tile(html, run.records("headlines"), "headlines seen");
        });
    html.line();
  }

  private static void tile(Html html, long count, String label) {
    html.tag(
        "div",
        "",
        () -> {
          html.tag("dt", "", label);
          html.tag("dd", "", Figures.count(count));
        });
  }
}
