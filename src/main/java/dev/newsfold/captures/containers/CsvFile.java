package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import java.io.IOException;
import java.util.List;
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
    List<String> columns = CsvColumns.of(header, separator(header)).names();
    return columns.size() > 1
        && columns.stream().allMatch(column -> column.length() < 64)
        && RowFields.COMMON.hasPage(columns);
  }

  @Override
  public void read(Source source, Reading reading) throws IOException, Damaged {
    FileBytes bytes = source.bytes();
    String header = header(bytes);
    char separator = separator(header);
    String sample = Text.head(bytes, MAX_SAMPLE);
    boolean returns = sample.indexOf('\n') < 0;
    int notice = afterNotice(bytes);
    bytes.advance(notice);
    CsvFormat format =
        new CsvFormat(header, separator, quotes(separator, sample), returns, Text.charset(bytes));
    new CsvRows(source, reading, format, notice > 0 ? 2 : 1).read();
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
