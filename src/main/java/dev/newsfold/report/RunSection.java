package dev.newsfold.report;

import java.util.Map;

/** What ran: options, versions and what was written. */
final class RunSection {
  private static final int VALUE_LENGTH = 300;

  private RunSection() {}

  static void write(Html html, RunReport run) {
    html.tag(
        "section",
        "run",
        () -> {
          html.tag("h2", "", "This run");
          html.tag(
              "div",
              "columns",
              () -> {
                facts(html, "Options", run.facts().options());
                html.tag(
                    "div",
                    "",
                    () -> {
                      html.tag("h3", "", "Records written");
                      html.tag(
                          "dl",
                          "facts",
                          () ->
                              run.records()
                                  .forEach(
                                      (name, count) -> fact(html, name, Figures.count(count))));
                    });
                facts(html, "Versions", run.facts().versions());
              });
        });
    html.line();
  }

  private static void facts(Html html, String title, Map<String, String> facts) {
    html.tag(
        "div",
        "",
        () -> {
          html.tag("h3", "", title);
          html.tag("dl", "facts", () -> facts.forEach((name, value) -> fact(html, name, value)));
        });
  }

  private static void fact(Html html, String name, String value) {
    html.tag("dt", "", name);
    html.tag("dd", "", () -> html.foreign(value, VALUE_LENGTH));
  }
}
