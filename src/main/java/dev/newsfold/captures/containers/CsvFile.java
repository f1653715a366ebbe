package dev.newsfold.captures.containers;

import dev.newsfold.captures.Markup;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of pages in CSV, or with tabs or other separators, with the names of its columns first.
 */
final class CsvFile implements Container {
  private static final int MAX_HEADER = 16 << 10;
  private static final int MAX_SAMPLE = 64 << 10;
  private static final Pattern NOTICE = Pattern.compile("\\A(?:\u00ef\u00bb\u00bf)?sep=.\\r?\\n");
  private static final Pattern LINE_ENDS =
      Pattern.compile("\\A[^\\n]*\\n[^\"]*?\\t<[^\\n]*>(?:\\\\r)?\\\\n *<");
  private static final Pattern ESCAPED = Pattern.compile("\\\\\"(?!\")");
  private static final Pattern DOUBLED = Pattern.compile("(?<!\\\\)\"\"");
  private static final String SEPARATORS = ",\t;|";
  private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab", ".psv");

  @Override
  public boolean holds(Source source) throws IOException {
    if (!Text.isText(source.bytes())) {
      return false;
    }
    String header = header(source.bytes());
    boolean named = ENDINGS.stream().anyMatch(source::nameEnds);
    boolean markup = source.bytes().peek(Text.skipBlanks(source.bytes(), 0)) == '<';
    return !markup && (named || namesPages(header));
  }

  /** Whether a first line is one of columns, the page's among them. */
  private static boolean namesPages(String header) {
    List<String> columns = new ArrayList<>();
    for (String column : header.split(String.valueOf(separator(header)).replace("|", "\\|"))) {
      columns.add(name(column.replace('"', ' ')));
    }
    return columns.size() > 1
        && columns.stream().allMatch(column -> column.length() < 64)
        && RowFields.COMMON.hasPage(columns);
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    FileBytes bytes = source.bytes();
    char separator = separator(header(bytes));
    String sample = Text.head(bytes, MAX_SAMPLE);
    CsvCells.Quotes quotes = quotes(separator, sample);
    bytes.advance(afterNotice(bytes));
    Rows rows = new Rows(source, reading);
    int max = (int) reading.limits().maxPageBytes();
    boolean returns = sample.indexOf('\n') < 0;
    Charset charset = Text.charset(bytes);
    List<String> columns = null;
    CsvRowSearch search = new CsvRowSearch(header(bytes), separator, quotes, charset);
    boolean more = true;
    while (more) {
      PlacedText text = new PlacedText(bytes.rest(), charset, bytes.position(), bytes::offset);
      long offset = text.offset(0);
      try {
        CsvCells cells = new CsvCells(new BufferedReader(text), separator, quotes, returns, max);
        for (List<String> row = cells.next();
            row != null && !rows.isHopeless();
            row = cells.next()) {
          if (cells.endedOpen()) {
            rows.reject(offset, new Damaged(Reason.CAPTURE_MALFORMED, "a quote is never closed"));
          } else if (row.stream().anyMatch(cell -> cell.length() > max)) {
            rows.reject(offset, new Damaged(Reason.TOO_LARGE, "a cell is longer than " + max));
          } else if (columns == null) {
            columns = columns(row);
            if (row.stream().anyMatch(CsvFile::isPage)) {
              takeRow(offset, columns, row, rows);
            }
          } else if (!isHeader(row, columns)) {
            takeRow(offset, columns, row, rows);
          }
          offset = text.offset(cells.position());
        }
        more = false;
      } catch (Damaged.InStream e) {
        if (columns == null) {
          throw e;
        }
        Reading.resume(source, e);
        rows.reject(offset, e.damaged());
        more = search.seek(bytes, columns, reading.fields());
      }
    }
    rows.finish("a table without a column of pages in HTML");
  }

  /** Whether a row is the line of columns again, as where tables were joined. */
  private static boolean isHeader(List<String> row, List<String> columns) {
    return row.size() == columns.size() && row.stream().map(CsvFile::name).toList().equals(columns);
  }

  private static void takeRow(long offset, List<String> columns, List<String> row, Rows rows) {
    boolean blank = row.size() == 1 && row.get(0).isBlank();
    if (!blank) {
      Map<String, String> fields = new HashMap<>();
      for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
        fields.putIfAbsent(columns.get(i), row.get(i));
      }
      rows.take(offset, 0, fields);
    }
  }

  /** The names of the columns; where the first row is one of data, what it holds tells. */
  private static List<String> columns(List<String> first) {
    boolean data = first.stream().anyMatch(CsvFile::isPage);
    List<String> columns = new ArrayList<>();
    for (String cell : first) {
      boolean page = data && isPage(cell);
      boolean url = data && cell.strip().toLowerCase(Locale.ROOT).startsWith("http");
      columns.add(page ? "html" : url ? "url" : data ? "" : name(cell));
    }
    return columns;
  }

  private static boolean isPage(String cell) {
    return Markup.isHtml(Markup.firstElement(cell.substring(0, Math.min(cell.length(), 4096))))
        || EncodedCell.holdsPage(cell);
  }

  private static String name(String cell) {
    return cell.replace("\uFEFF", "")
        .replace("\u00ef\u00bb\u00bf", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** How quotes are written: where line ends beside tags are letters, by no means. */
  private static CsvCells.Quotes quotes(char separator, String sample) {
    if (separator == '\t' && LINE_ENDS.matcher(sample).find()) {
      return CsvCells.Quotes.NONE;
    }
    long escaped = ESCAPED.matcher(sample).results().count();
    return escaped > DOUBLED.matcher(sample).results().count()
        ? CsvCells.Quotes.ESCAPED
        : CsvCells.Quotes.DOUBLED;
  }

  /** How many bytes the line takes by which Excel is told the separator; 0 if there is none. */
  private static int afterNotice(FileBytes bytes) throws IOException {
    Matcher notice = NOTICE.matcher(Text.head(bytes, 16));
    return notice.find() ? notice.end() : 0;
  }

  /** The first line of the table, each byte taken for a character. */
  private static String header(FileBytes bytes) throws IOException {
    String head = Text.head(bytes, MAX_HEADER).substring(afterNotice(bytes));
    int end = head.indexOf(head.indexOf('\n') < 0 ? '\r' : '\n');
    return (end < 0 ? head : head.substring(0, end)).stripTrailing();
  }

  /** The character that the first line has most of, outside of quotes. */
  private static char separator(String header) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      quoted ^= header.charAt(i) == '"';
      int separator = quoted ? -1 : SEPARATORS.indexOf(header.charAt(i));
      if (separator >= 0) {
        counts[separator]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }
}
