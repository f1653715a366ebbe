package dev.newsfold.captures.containers;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of text in cells: separated by one character, quoted where they hold that or a line's
 * end. Programs differ in how a quote is written within quotes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvCells {
  /** How a table has quotes, and what cells are made of, in its cells. */
  enum Quotes {
    /** As RFC 4180 has it. */
    DOUBLED,
    /** Behind a backslash, as MySQL and Spark write it. */
    ESCAPED,
    /** They mean nothing; line ends stand as letters, as dumps of MySQL, PostgreSQL and Hive do. */
    NONE
  }

  /** The next character is not looked at: what lies behind a row has no part in it. */
  private static final int UNREAD = -2;

  /** No table of pages is wider. */
  private static final int MAX_CELLS = 10_000;

  private final Reader text;
  private final char separator;
  private final Quotes quotes;
  private final boolean returns;
  private final int maxCell;
  private long position;
  private int ahead = UNREAD;
  private boolean open;

  /**
   * @param returns whether a carriage return alone ends a line, as on old Macs
   * @param maxCell of a longer cell, one character more is kept
   */
  CsvCells(Reader text, char separator, Quotes quotes, boolean returns, int maxCell) {
    this.text = text;
    this.separator = separator;
    this.quotes = quotes;
    this.returns = returns;
    this.maxCell = maxCell;
  }

  /** How many characters lie before the next row. */
  long position() {
    return position;
  }

  /** Whether the text ended within quotes. */
  boolean endedOpen() {
    return open;
  }

  /** The cells of the next row; null at the end. */
  @Nullable List<String> next() throws IOException {
    if (ahead == UNREAD) {
      look();
    }
    if (ahead < 0) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      String blanks = blanks();
      String cell = ahead == '"' && quotes != Quotes.NONE ? quoted() : blanks;
      cell += plain();
      if (cells.size() < MAX_CELLS) {
        cells.add(cell);
      }
      more = ahead == separator;
      if (more) {
        read();
      } else if (ahead == '\n') {
        position++;
        ahead = UNREAD;
      }
    }
    return cells;
  }

  /** Blanks that some writers put behind a separator, ahead of a quote. */
  private String blanks() throws IOException {
    StringBuilder blanks = new StringBuilder();
    while (ahead == ' ') {
      append(blanks, read());
    }
    return blanks.toString();
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
      } else if (quotes == Quotes.ESCAPED && next == '\\' && (ahead == '"' || ahead == '\\')) {
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
      int next = read();
      boolean escape = quotes == Quotes.NONE && next == '\\' && ahead >= ' ';
      append(cell, escape ? unescaped(read()) : next);
    }
    int end = cell.length();
    return end > 0 && cell.charAt(end - 1) == '\r' ? cell.substring(0, end - 1) : cell.toString();
  }

  private static int unescaped(int c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  private void append(StringBuilder cell, int c) {
    if (cell.length() <= maxCell) {
      cell.append((char) c);
    }
  }

  private int read() throws IOException {
    int read = ahead;
    look();
    position++;
    return read;
  }

  private void look() throws IOException {
    ahead = text.read();
    if (ahead == '\r' && returns) {
      ahead = '\n';
    }
  }
}
