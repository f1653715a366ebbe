package dev.newsfold.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the report. Pages show it, and it lies as CSV and JSON in {@code data/} under its
 * name.
 *
 * @param name names its files; lower-case ASCII
 * @param caption says what it shows
 * @param columns its columns; the first names the row
 * @param rows as many cells in each as there are columns
 */
record DataTable(String name, String caption, List<Column> columns, List<List<Cell>> rows) {
  static final String FOLDER = "data/";

  /**
   * A column.
   *
   * @param name in CSV and JSON
   * @param label what people read
   */
  record Column(String name, String label, boolean number) {
    static Column text(String name, String label) {
      return new Column(name, label, false);
    }

    static Column number(String name, String label) {
      return new Column(name, label, true);
    }
  }

  /** A table to be filled by {@link #add}. */
  DataTable(String name, String caption, Column... columns) {
    this(name, caption, List.of(columns), new ArrayList<>());
  }

  void add(Cell... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(name + " has " + columns.size() + " columns");
    }
    rows.add(List.of(cells));
  }

  /** Writes it as a table that a script may sort, and links to its data. */
  void write(Html html) {
    write(html, rows.size());
  }

  /** The same with its first rows only; its data hold them all. */
  void write(Html html, int most) {
    writeHere(html, most);
    html.tag(
        "p",
        "data",
        () -> {
          if (rows.size() > most) {
            html.text("The first " + Figures.count(most) + " of " + Figures.count(rows.size()));
            html.text(". ");
          }
          html.text("All rows as ").page(FOLDER + name + ".csv", () -> html.text("CSV"));
          html.text(", ").page(FOLDER + name + ".json", () -> html.text("JSON")).text(".");
        });
  }

  /** Writes a table whose rows are a part of another's, and so has no files. */
  void writeHere(Html html, int most) {
    Tables.scroll(html, caption, () -> table(html, most));
  }

  private void table(Html html, int most) {
    html.tag(
        "table",
        "sortable " + name,
        () -> {
          html.tag("caption", "", caption);
          html.tag(
              "thead", "", () -> html.tag("tr", "", () -> columns.forEach(c -> head(html, c))));
          html.tag("tbody", "", () -> rows.stream().limit(most).forEach(row -> row(html, row)));
        });
    html.line();
  }

  private static void head(Html html, Column column) {
    html.attr("scope", "col");
    html.tag("th", column.number() ? "n" : "", () -> html.tag("span", "", column.label()));
  }

  private static void row(Html html, List<Cell> row) {
    html.tag(
        "tr",
        "",
        () -> {
          for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            if (!cell.sort().isEmpty()) {
              html.attr("data-sort", cell.sort());
            }
            if (i == 0) {
              html.attr("scope", "row");
            }
            html.tag(i == 0 ? "th" : "td", cell.cssClass(), () -> cell.view().accept(html));
          }
        });
    html.line();
  }
}
