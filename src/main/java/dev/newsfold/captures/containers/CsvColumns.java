package dev.newsfold.captures.containers;

import dev.newsfold.captures.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of a table by their names, in lower case.
 *
 * @param names one for each cell that is kept of the first row
 * @param width how many cells that row has
 */
record CsvColumns(List<String> names, int width) {
  /** Of a first row; where that is one of data, what it holds tells. */
  static CsvColumns of(List<String> first, int width) {
    boolean data = holdsPage(first);
    List<String> names = new ArrayList<>();
    for (String cell : first) {
      boolean page = data && isPage(cell);
      boolean url = data && cell.strip().toLowerCase(Locale.ROOT).startsWith("http");
      names.add(page ? "html" : url ? "url" : data ? "" : name(cell));
    }
    return new CsvColumns(names, width);
  }

  /** Of a first line of names, whatever its quotes are. */
  static CsvColumns of(String header, char separator) {
    List<String> names = new ArrayList<>();
    for (String column : header.split(Pattern.quote(String.valueOf(separator)))) {
      names.add(name(column.replace('"', ' ')));
    }
    return new CsvColumns(names, names.size());
  }

  /** Whether a row is the line of names again, as where tables were joined. */
  boolean are(List<String> row) {
    return row.size() == names.size() && row.stream().map(CsvColumns::name).toList().equals(names);
  }

  /** The cells of a row by their columns; what has none is left out. */
  Map<String, String> cells(List<String> row) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(row.size(), names.size()); i++) {
      cells.putIfAbsent(names.get(i), row.get(i));
    }
    return cells;
  }

  /** Whether a row has something in cells beyond the columns. */
  boolean isExceededBy(List<String> row, int count) {
    return row.stream().skip(width).anyMatch(cell -> !cell.isBlank())
        || count > Math.max(width, row.size());
  }

  static boolean holdsPage(List<String> row) {
    return row.stream().anyMatch(CsvColumns::isPage);
  }

  /** Whether a cell holds a page, whatever its column is called. */
  static boolean isPage(String cell) {
    return Markup.isHtml(Markup.firstElement(cell.substring(0, Math.min(cell.length(), 4096))))
        || EncodedCell.holdsPage(cell);
  }

  private static String name(String cell) {
    return cell.replace("\uFEFF", "")
        .replace("\u00ef\u00bb\u00bf", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
