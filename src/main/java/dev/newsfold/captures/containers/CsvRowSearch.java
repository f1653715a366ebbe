package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;

/**
 * Finds where the rows of a table go on behind damage, or behind a row whose quotes are broken. A
 * line may lie within the quotes of a cell, and nobody tells: so a row is known by an address and a
 * page in the columns of these, in a table without addresses by how a page begins, or by the names
 * of the columns, which stand again where tables were joined. Where quotes mean nothing, each line
 * is a row.
 */
final class CsvRowSearch {
  /** How far a row is looked at to see whether it is one. */
  private static final int LOOK = 64 << 10;

  /** Where the address of a row stands, or it is not looked at. */
  private static final int START = 2048;

  /** Damage must not cost more than reading, beyond this. */
  private static final long MAX_LOOKED_AT = 256L << 20;

  private final CsvFormat format;
  private final RowFields fields;
  private long lookedAt;
  private long passed;

  CsvRowSearch(CsvFormat format, RowFields fields) {
    this.format = format;
    this.fields = fields;
  }

  /** Goes back to the mark; false if that does not lead to this place. */
  boolean goBack(FileBytes bytes, long place) {
    lookedAt += bytes.rewind();
    return bytes.position() == place;
  }

  /**
   * Passes what is no row; false if no row is found.
   *
   * @throws Damaged.InStream if there is more damage
   */
  boolean seek(FileBytes bytes, CsvColumns columns) throws IOException {
    boolean addresses = columns.names().stream().anyMatch(fields.url()::contains);
    boolean lineStart = false;
    passed = 0;
    while (bytes.peek(0) >= 0 && lookedAt < MAX_LOOKED_AT + bytes.position()) {
      if (lineStart && format.quotes() == CsvCells.Quotes.NONE
          || startsWithNames(bytes)
          || (addresses ? isRow(bytes, columns) : startsWithPage(bytes, columns))) {
        return true;
      }
      Text.passLine(bytes, format.lineEnd());
      passed++;
      lineStart = true;
    }
    return false;
  }

  /** How many lines the last search passed. */
  long passed() {
    return passed;
  }

  private boolean startsWithNames(FileBytes bytes) throws IOException {
    int end = bytes.peek(format.header().length());
    return (end == '\n' || end == '\r')
        && Text.head(bytes, format.header().length()).equals(format.header());
  }

  private boolean isRow(FileBytes bytes, CsvColumns columns) throws IOException {
    lookedAt += START;
    if (!Text.head(bytes, START).contains("http")) {
      return false;
    }
    return isRow(columns, row(bytes, columns, START)) || isRow(columns, row(bytes, columns, LOOK));
  }

  private boolean isRow(CsvColumns columns, List<String> row) {
    Map<String, String> cells = columns.cells(row);
    String url = fields.url(cells);
    return url != null && url.strip().matches("(?i)https?://\\S+") && fields.page(cells) != null;
  }

  /** Whether a row begins here whose page begins soon, and says so. */
  private boolean startsWithPage(FileBytes bytes, CsvColumns columns) throws IOException {
    boolean quoted = bytes.peek(0) == '"';
    List<String> row = row(bytes, columns, START);
    String page = fields.page(columns.cells(row));
    return page != null
        && (quoted || columns.width() > 1)
        && CsvColumns.isPage(columns.cells(row).getOrDefault(page, ""));
  }

  /**
   * The cells that begin so near; none if they are more than the columns, and nothing else is
   * amiss.
   */
  private List<String> row(FileBytes bytes, CsvColumns columns, int look) throws IOException {
    lookedAt += look;
    byte[] head = Text.headBytes(bytes, look);
    InputStreamReader text =
        new InputStreamReader(new ByteArrayInputStream(head), format.charset());
    CsvCells cells = format.cells(text, LOOK);
    List<String> row = cells.next(columns.width());
    if (row == null || cells.fault() == null && row.size() > columns.width()) {
      return List.of();
    }
    return row;
  }
}
