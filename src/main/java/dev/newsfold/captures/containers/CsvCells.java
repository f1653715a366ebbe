package dev.newsfold.captures.containers;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of text in cells: separated by one character, quoted where they hold that or a line's
 * end, a quote within doubled, or behind a backslash as MySQL and Spark write it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvCells {
  /** No table of pages is wider. */
  private static final int MAX_CELLS = 10_000;

  private final Reader text;
  private final char separator;
  private final boolean backslashes;
  private final int maxCell;
  private long offset;
  private int ahead;
  private boolean open;

  /**
   * @param backslashes whether a backslash in quotes takes the next character as it is
   * @param maxCell of a longer cell, one character more is kept
   */
  CsvCells(Reader text, char separator, boolean backslashes, int maxCell) throws IOException {
    this.text = text;
    this.separator = separator;
    this.backslashes = backslashes;
    this.maxCell = maxCell;
    this.ahead = text.read();
  }

  /** How many characters lie before the next row. */
  long offset() {
    return offset;
  }

  /** Whether the text ended within quotes. */
  boolean endedOpen() {
    return open;
  }

  /** The cells of the next row; null at the end. */
  @Nullable List<String> next() throws IOException {
    if (ahead < 0) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      String cell = ahead == '"' ? quoted() : "";
      cell += plain();
      if (cells.size() < MAX_CELLS) {
        cells.add(cell);
      }
      more = ahead == separator;
      if (more || ahead == '\n') {
        read();
      }
    }
    return cells;
  }

  /** What stands in quotes. */
  private String quoted() throws IOException {
    StringBuilder cell = new StringBuilder();
    read();
    while (ahead >= 0) {
      int next = read();
      if (next == '"') {
        if (ahead != '"') {
          return cell.toString();
        }
        read();
      } else if (backslashes && next == '\\' && (ahead == '"' || ahead == '\\')) {
        next = read();
      }
      append(cell, next);
    }
    open = true;
    return cell.toString();
  }

  /** What stands outside of quotes; that includes a quote which does not start a cell. */
  private String plain() throws IOException {
    StringBuilder cell = new StringBuilder();
    while (ahead >= 0 && ahead != separator && ahead != '\n') {
      append(cell, read());
    }
    int end = cell.length();
    return end > 0 && cell.charAt(end - 1) == '\r' ? cell.substring(0, end - 1) : cell.toString();
  }

  private void append(StringBuilder cell, int c) {
    if (cell.length() <= maxCell) {
      cell.append((char) c);
    }
  }

  private int read() throws IOException {
    int read = ahead;
    ahead = text.read();
    offset++;
    return read;
  }
}
