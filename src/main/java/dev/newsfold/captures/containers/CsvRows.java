package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table: each that holds a page is one. Of a row whose quotes are broken, all
 * that is known is the line on which it starts: reading goes on at the first line behind that which
 * is a row without doubt, and what lies between is one rejection, which tells its lines.
 */
final class CsvRows {
  /** Of a row that is read again, so many bytes may lie beside a page as large as may be. */
  private static final int BESIDE_PAGE = 1 << 20;

  private static final int MAX_KEPT = 64 << 20;

  private final Source source;
  private final FileBytes bytes;
  private final Reading reading;
  private final CsvFormat format;
  private final Rows rows;
  private final CsvRowSearch search;
  private final int max;
  private @Nullable CsvColumns columns;

  /** Where the next row lies: its first byte, where that is in the file, and its line, from 1. */
  private long start;

  private long offset;
  private long line;

  /** Whether all lines up to here were met, so that their numbers are known. */
  private boolean counted = true;

  /** What is wrong with the row at {@link #offset}, while the next one is looked for. */
  private @Nullable Damaged broken;

  /** Whether the table is one of pages, by what is known of it then. */
  private boolean ofPages;

  /**
   * @param line the number of the next line
   */
  CsvRows(Source source, Reading reading, CsvFormat format, int line) {
    this.source = source;
    this.bytes = source.bytes();
    this.reading = reading;
    this.format = format;
    this.rows = new Rows(source, reading);
    this.search = new CsvRowSearch(format, reading.fields());
    this.max = (int) reading.limits().maxPageBytes();
    this.line = line;
  }

  /** Reads to the end. */
  void read() throws IOException {
    boolean seeking = false;
    boolean more = true;
    while (more) {
      try {
        more = !seeking || columns == null || seek(columns);
        seeking = more && !readRows();
        more = seeking;
      } catch (Damaged.InStream e) {
        if (columns == null) {
          throw e;
        }
        Reading.resume(source, e);
        if (broken != null) {
          tell(true, "line " + line + " and what follows");
          offset = bytes.offset();
        }
        rows.reject(offset, e.damaged());
        counted = false;
        seeking = true;
      }
    }
    int width = columns == null ? 0 : columns.width();
    String among = width > CsvCells.MAX_CELLS ? ", in the first %,d of its %,d columns" : "";
    rows.finish(
        "a table without a column of pages in HTML"
            + String.format(Locale.ROOT, among, CsvCells.MAX_CELLS, width));
  }

  /** Reads rows; false if one is broken. */
  private boolean readRows() throws IOException {
    PlacedText text =
        new PlacedText(bytes.rest(), format.charset(), bytes.position(), bytes::offset);
    CsvCells cells = format.cells(new BufferedReader(text), max);
    long before = line;
    while (true) {
      line = before + cells.lines();
      start = text.position(cells.position());
      offset = bytes.offset(start);
      bytes.mark(start, Math.min(max + BESIDE_PAGE, MAX_KEPT));
      List<String> row = cells.next(columns == null ? 0 : columns.width());
      if (row == null || rows.isHopeless()) {
        return true;
      } else if (cells.fault() != null) {
        passBroken(row, cells.fault());
        return false;
      } else if (cells.isCut() || row.stream().anyMatch(cell -> cell.length() > max)) {
        String what =
            cells.isCut() ? "the row is longer than " + 2L * max : "a cell is longer than " + max;
        reject(Reason.TOO_LARGE, what);
      } else if (columns == null) {
        columns = CsvColumns.of(row, cells.count());
        if (CsvColumns.holdsPage(row)) {
          take(columns, row, cells.count());
        }
      } else if (!columns.are(row)) {
        take(columns, row, cells.count());
      }
    }
  }

  private void take(CsvColumns columns, List<String> row, int count) {
    boolean blank = row.size() == 1 && row.get(0).isBlank();
    if (blank) {
      return;
    }
    Map<String, String> cells = columns.cells(row);
    if (columns.isExceededBy(row, count) && reading.fields().page(cells) != null) {
      String what =
          "the row has " + count + " cells, and the table " + columns.width() + " columns";
      reject(Reason.ROW_UNUSABLE, what);
    } else {
      rows.take(offset, 0, cells);
    }
  }

  /** Passes the line on which a broken row starts, and no more where that can be done. */
  private void passBroken(List<String> row, Damaged fault) throws IOException {
    counted &= search.goBack(bytes, start);
    Text.passLine(bytes, format.lineEnd());
    boolean data = CsvColumns.holdsPage(row);
    if (columns == null) {
      columns =
          data
              ? CsvColumns.of(row, row.size())
              : CsvColumns.of(format.header(), format.separator());
    }
    RowFields fields = reading.fields();
    ofPages =
        data
            || rows.havePages()
            || fields.hasPage(columns.names())
            || fields.page(columns.cells(row)) != null;
    broken = fault;
  }

  /** Finds the next row behind one that is broken, or behind damage. */
  private boolean seek(CsvColumns columns) throws IOException {
    long first = line;
    boolean found = search.seek(bytes, columns);
    line += 1 + search.passed();
    long last = line - 1;
    boolean known = found || bytes.peek(0) < 0;
    tell(found, known ? lines(first, last) : "line " + first + " and all that follows");
    return found;
  }

  /** Tells of a broken row, unless what holds it is no table of pages. */
  private void tell(boolean isRow, String where) {
    if (broken != null && (isRow || ofPages)) {
      String message = (counted ? where : "a row and what follows") + ": " + broken.message();
      rows.reject(offset, new Damaged(broken.reason(), message));
    }
    broken = null;
  }

  private void reject(Reason reason, String what) {
    String message = counted ? lines(line, line) + ": " + what : what;
    rows.reject(offset, new Damaged(reason, message));
  }

  private static String lines(long first, long last) {
    return first == last ? "line " + first : "lines " + first + " to " + last;
  }
}
