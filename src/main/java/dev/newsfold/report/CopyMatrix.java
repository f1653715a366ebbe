package dev.newsfold.report;

import dev.newsfold.records.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies between the busiest sites as a matrix: a row takes from the columns. */
final class CopyMatrix {
  private static final int SITES = 16;
  private static final int NAME = 40;

  private CopyMatrix() {}

  static DataTable table(Site site) {
    List<String> sites = site.copying().busiest(SITES);
    Map<Copying.Pair, Long> copies = new HashMap<>();
    site.copying().flows().forEach(flow -> copies.put(flow.pair(), flow.copies()));
    List<DataTable.Column> columns = new ArrayList<>();
    columns.add(DataTable.Column.text("takes", "takes from"));
    for (String from : sites) {
      String name = Html.shorten(ArticleTables.named(from), NAME);
      columns.add(DataTable.Column.number(name, name));
    }
    DataTable table =
        new DataTable(
            "copying-matrix",
            "Copies between the busiest sites: each row takes from the columns",
            columns,
            new ArrayList<>());
    for (String to : sites) {
      List<Cell> row = new ArrayList<>();
      String page = site.key(Dimension.SITE, to);
      row.add(Cell.foreign(ArticleTables.named(to), NAME, page));
      for (String from : sites) {
        long count = copies.getOrDefault(new Copying.Pair(from, to), 0L);
        row.add(
            count == 0
                ? new Cell(0L, "0", "n zero", html -> html.text("·"))
                : Cell.share(count, site.copying().of(to).taken(), page));
      }
      table.add(row.toArray(Cell[]::new));
    }
    return table;
  }
}
