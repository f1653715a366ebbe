package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of text in cells: separated by one character, quoted where they hold that or a line's
 * end. Programs differ in how a quote is written within quotes.
 *
 * <p>A quote too many, or one that is missing, makes a cell of whatever follows, up to the next
 * quote. That shows there, since what follows a quote that ends a cell is the end of the cell. A
 * row is read up to what shows that its quotes are broken, and {@link #fault} says so. What lies on
 * one line is no other row: there, text behind a quote that ends is a part of its cell, as long as
 * the number of cells is right.
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

  /** So many cells of a row are kept. */
  static final int MAX_CELLS = 10_000;

  private final Reader text;
  private final char separator;
  private final Quotes quotes;
  private final boolean returns;
  private final int maxCell;
  private long position;
  private long lines;
  private int ahead = UNREAD;
  private int count;
  private long kept;
  private @Nullable Damaged fault;

  /**
   * @param returns whether a carriage return alone ends a line, as on old Macs
   * @param maxCell of a longer cell, one character more is kept, and of a row twice as many
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

  /** How many lines ended before the next row. */
  long lines() {
    return lines;
  }

  /** How many cells the last row has, those that are not kept among them. */
  int count() {
    return count;
  }

  /** Whether the last row is longer than what is kept of one. */
  boolean isCut() {
    return kept > 2L * maxCell;
  }

  /** Why the last row is none, if its quotes are broken: then it need not end where it did here. */
  @Nullable Damaged fault() {
    return fault;
  }

  /**
   * The cells of the next row; null at the end.
   *
   * @param columns how many cells a row has, or 0 where that is not known
   */
  @Nullable List<String> next(int columns) throws IOException {
    if (ahead == UNREAD) {
      look();
    }
    if (ahead < 0) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    long first = lines;
    boolean loose = false;
    count = 0;
    kept = 0;
    fault = null;
    boolean more = true;
    while (more) {
      long line = lines;
      String blanks = blanks();
      boolean quoted = ahead == '"' && quotes != Quotes.NONE;
      String start = quoted ? quoted() : blanks;
      String behind = fault == null ? plain() : "";
      String cell = start + behind;
      if (count++ < MAX_CELLS) {
        cells.add(cell);
      }
      boolean stray = quoted && !behind.isBlank();
      loose |= stray;
      more = fault == null && ahead == separator;
      boolean other = columns > 0 && (more ? count > columns : count != columns);
      if (stray && lines > line || other && loose) {
        fault = malformed("behind a quote that closes, its cell goes on");
      } else if (other && count > columns && lines > first && !cell.isBlank()) {
        fault =
            malformed("cells with line ends in them are more than the columns: a quote is amiss");
      }
      more &= fault == null;
      if (more) {
        read();
      }
    }
    if (ahead == '\n') {
      position++;
      lines++;
      ahead = UNREAD;
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

  /** What stands in quotes: a cell that is too large anyway ends with its line. */
  private String quoted() throws IOException {
    StringBuilder cell = new StringBuilder();
    long bytes = 0;
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
      } else if (next == '\n') {
        lines++;
        if (bytes > maxCell) {
          String what = "a cell is longer than %d bytes, or its quote is never closed";
          fault = new Damaged(Reason.TOO_LARGE, String.format(Locale.ROOT, what, maxCell));
          return cell.toString();
        }
      }
      bytes += next < 0x80 ? 1 : next < 0x800 ? 2 : 3;
      append(cell, next);
    }
    fault = malformed("a quote is never closed");
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

  private static Damaged malformed(String message) {
    return new Damaged(Reason.CAPTURE_MALFORMED, message);
  }

  private void append(StringBuilder cell, int c) {
    if (cell.length() <= maxCell && kept <= 2L * maxCell) {
      cell.append((char) c);
      kept++;
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
