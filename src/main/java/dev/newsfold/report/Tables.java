package dev.newsfold.report;

/** What the report's tables share. */
final class Tables {
  private Tables() {}

  /** A header row; a label that begins with # heads a column of numbers. */
  static void head(Html html, String... labels) {
    html.tag(
        "thead",
        "",
        () ->
            html.tag(
                "tr",
                "",
                () -> {
                  for (String label : labels) {
                    boolean number = label.startsWith("#");
                    html.tag("th", number ? "n" : "", number ? label.substring(1) : label);
                  }
                }));
  }

  /** A cell with a number; zero is left pale. */
  static void number(Html html, long count) {
    html.tag("td", count == 0 ? "n zero" : "n", Figures.count(count));
  }
}
