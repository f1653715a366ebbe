package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the rows of a table go on behind damage. A line may lie within the quotes of a cell,
 * and nobody tells: so a row is known by an address and a page in the columns of these, or by the
 * names of the columns, which stand again where tables were joined. Where quotes mean nothing, each
 * line is a row.
 */
final class CsvRowSearch {
  /** How far a row is looked at to see whether it is one. */
  private static final int LOOK = 64 << 10;

  /** Where the address of a row stands, or it is not looked at. */
  private static final int START = 2048;

  /** Damage must not cost more than reading. */
  private static final long MAX_LOOKED_AT = 256L << 20;

  private final String header;
  private final char separator;
  private final CsvCells.Quotes quotes;
  private final Charset charset;
  private long lookedAt;

  /**
   * @param header the first line of the table, each byte taken for a character
   */
  CsvRowSearch(String header, char separator, CsvCells.Quotes quotes, Charset charset) {
    this.header = header;
    this.separator = separator;
    this.quotes = quotes;
    this.charset = charset;
  }

  /**
   * Passes what is no row; false if no row is found.
   *
   * @throws Damaged.InStream if there is more damage
   */
  boolean seek(FileBytes bytes, List<String> columns, RowFields fields) throws IOException {
    boolean lineStart = false;
    while (bytes.peek(0) >= 0 && lookedAt < MAX_LOOKED_AT) {
      if (lineStart && quotes == CsvCells.Quotes.NONE
          || startsWithColumns(bytes)
          || isRow(bytes, columns, fields)) {
        return true;
      }
      Text.passLine(bytes);
      lineStart = true;
    }
    return false;
  }

  private boolean startsWithColumns(FileBytes bytes) throws IOException {
    int end = bytes.peek(header.length());
    return (end == '\n' || end == '\r') && Text.head(bytes, header.length()).equals(header);
  }

  private boolean isRow(FileBytes bytes, List<String> columns, RowFields fields)
      throws IOException {
    lookedAt += START;
    if (!Text.head(bytes, START).contains("http")) {
      return false;
    }
    lookedAt += LOOK;
    byte[] look = Text.headBytes(bytes, LOOK);
    InputStreamReader text = new InputStreamReader(new ByteArrayInputStream(look), charset);
    List<String> row = new CsvCells(text, separator, quotes, false, LOOK).next();
    if (row == null || row.size() > columns.size()) {
      return false;
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cells.putIfAbsent(columns.get(i), row.get(i));
    }
    String url = fields.url(cells);
    return url != null && url.strip().matches("(?i)https?://\\S+") && fields.page(cells) != null;
  }
}
