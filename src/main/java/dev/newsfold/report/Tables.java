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
                    html.attr("scope", "col");
                    html.tag("th", number ? "n" : "", number ? label.substring(1) : label);
                  }
                }));
  }

  /**
   * What may be wider than the page, to be scrolled by itself, also with the keyboard.
   *
   * @param label says what it is
   */
  static void scroll(Html html, String label, Runnable content) {
    html.attr("tabindex", "0").attr("role", "region").attr("aria-label", label);
    html.tag("div", "scroll", content);
  }

  /** Where the data of a table or a chart lie. */
  static void data(Html html, String name) {
    html.tag(
        "p",
        "data",
        () ->
            html.text("As ")
                .page(DataTable.FOLDER + name + ".csv", () -> html.text("CSV"))
                .text(", ")
                .page(DataTable.FOLDER + name + ".json", () -> html.text("JSON"))
                .text("."));
  }

  /** A cell with a number; zero is left pale. */
  static void number(Html html, long count) {
    html.tag("td", count == 0 ? "n zero" : "n", Figures.count(count));
  }
}
