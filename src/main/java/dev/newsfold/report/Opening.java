package dev.newsfold.report;

import dev.newsfold.records.DailyAggregate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
        .attr("role", "group")
        .tag(
            "div",
            "equation",
            () -> {
              html.tag(
                  "div",
                  "terms",
                  () -> {
                    term(
                        html,
                        "",
                        ledger.captures(),
                        ledger.captures(),
                        "captures",
                        PageNames.LEDGER);
                    term(
                        html,
                        "=",
                        ledger.articles(),
                        ledger.captures(),
                        "articles",
                        PageNames.ARTICLES);
                    term(
                        html,
                        "+",
                        ledger.recaptures(),
                        ledger.captures(),
                        "recaptures",
                        PageNames.LEDGER);
                    term(
                        html,
                        "+",
                        ledger.rejected(),
                        ledger.captures(),
                        "rejections",
                        PageNames.REJECTIONS);
                    term(html, "+", ledger.skipped(), ledger.captures(), "skips", PageNames.LEDGER);
                    if (unexplained != 0) {
                      term(
                          html,
                          "+",
                          unexplained,
                          ledger.captures(),
                          "unexplained",
                          PageNames.LEDGER);
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
                        + Figures.count(unexplained, "capture is", "captures are")
                        + " unexplained. Do not trust this run.");
              }
            });
    html.line();
  }

  private static void term(
      Html html, String operator, long count, long whole, String label, String page) {
    html.tag(
        "div",
        "term " + label,
        () -> {
          html.tag("span", "operator", operator).text(" ");
          html.tag("b", "", () -> html.page(page, () -> html.text(Figures.count(count)))).text(" ");
          html.tag("span", "label", label);
          if (!operator.isEmpty()) {
            html.text(" ").tag("small", "of", Figures.percent(count, whole));
          }
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
          long articles = run.totals().articles();
          tile(html, run.ledger().files(), 0, "input files", PageNames.LEDGER);
          tile(html, days, 0, "days of publishing", PageNames.DAYS);
          tile(html, run.records("stories"), articles, "stories", PageNames.STORIES);
          tile(html, run.crossPosts(), articles, "cross-posts", PageNames.COPYING);
          tile(html, run.totals().undated(), articles, "undated articles", PageNames.undated());
          tile(html, run.records("late"), articles, "late articles", null);
          tile(html, run.records("headlines"), 0, "headlines seen", PageNames.HEADLINES);
        });
    html.line();
  }

  /** A count, with what it is of a whole, if there is one. */
  private static void tile(Html html, long count, long whole, String label, @Nullable String page) {
    html.tag(
        "div",
        "",
        () -> {
          html.tag("dt", "", label);
          html.tag(
              "dd",
              "",
              () -> {
                html.page(page, () -> html.text(Figures.count(count)));
                if (whole > 0) {
                  html.text(" ").tag("small", "", Figures.percent(count, whole));
                }
              });
        });
  }
}
