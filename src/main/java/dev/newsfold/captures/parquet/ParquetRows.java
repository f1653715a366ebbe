package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file, as far as their columns are wanted; the others are not read. Columns
 * of which a row may have several values are none of these. Holds a page of each column that is
 * read, and the words of its dictionary.
 */
public final class ParquetRows {
  private static final int MARK = 4;
  private static final int TAIL = 8;

  /** That of a table of some hundred columns and groups of rows is a tenth of it. */
  private static final int MAX_FOOTER = 8 << 20;

  private final FileChannel file;
  private final int maxPage;
  private final Growth growth;
  private final long footer;
  private final FileMetaData metadata;
  private final List<ParquetColumn> columns;

  private ParquetRows(
      FileChannel file, int maxPage, Growth growth, long footer, FileMetaData metadata)
      throws Damaged {
    this.file = file;
    this.maxPage = maxPage;
    this.growth = growth;
    this.footer = footer;
    this.metadata = metadata;
    this.columns = ParquetColumn.of(metadata.getSchema());
  }

  /**
   * Reads the footer.
   *
   * @param maxPage the most that a page of a column may hold, its compression undone
   * @param growth is told of every page
   */
  public static ParquetRows open(FileChannel file, int maxPage, Growth growth)
      throws IOException, Damaged {
    long size = file.size();
    if (size < MARK + TAIL) {
      throw ParquetDamage.of("it is cut off");
    }
    ByteBuffer tail =
        ByteBuffer.wrap(FileRange.read(file, size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    String mark = StandardCharsets.ISO_8859_1.decode(tail).toString();
    if (mark.equals("PARE")) {
      throw new Damaged(Reason.NOT_HTML, "the file is an encrypted Parquet file");
    } else if (!mark.equals("PAR1")) {
      throw ParquetDamage.of("its footer, which tells all, is cut off");
    } else if (length < 1 || length > size - TAIL - MARK || length > MAX_FOOTER) {
      throw ParquetDamage.of("its footer is said to have " + length + " bytes");
    }
    long start = size - TAIL - length;
    byte[] bytes = FileRange.read(file, start, length);
    int struct = ThriftBounds.length(ByteBuffer.wrap(bytes));
    if (struct < 0) {
      throw ParquetDamage.of("its footer does not fit its length");
    }
    FileMetaData metadata;
    try {
      metadata = Util.readFileMetaData(new ByteArrayInputStream(bytes, 0, struct));
    } catch (IOException | RuntimeException e) {
      throw ParquetDamage.of("its footer is none");
    }
    return new ParquetRows(file, maxPage, growth, start, metadata);
  }

  /** The names of all columns. */
  public List<String> columns() {
    return columns.stream().map(ParquetColumn::name).toList();
  }

  /** What the file's writer says under a key; empty if it says nothing. */
  public String metadata(String key) {
    if (metadata.getKey_value_metadata() != null) {
      for (KeyValue entry : metadata.getKey_value_metadata()) {
        if (key.equals(entry.getKey()) && entry.getValue() != null) {
          return entry.getValue();
        }
      }
    }
    return "";
  }

  /** Takes the rows in their order. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes a row; says whether more are wanted.
     *
     * @param row its values by the columns' names
     * @param binary names of the columns that are bytes, each told as a character
     */
    boolean take(long number, Map<String, String> row, Set<String> binary)
        throws IOException, Damaged;
  }

  /** Hands on the rows, with those columns whose names are wanted. */
  public void forEach(Predicate<String> wanted, Sink sink) throws IOException, Damaged {
    long number = 0;
    for (RowGroup group : metadata.getRow_groups()) {
      List<ColumnValues> read = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        ParquetColumn column = columns.get(i);
        if (!column.repeated() && wanted.test(column.name()) && isReadable(column)) {
          read.add(new ColumnValues(cursor(group, i)));
        }
      }
      for (long left = read.isEmpty() ? 0 : group.getNum_rows(); left > 0; left--) {
        if (!sink.take(number, row(read), binary(read))) {
          return;
        }
        number++;
      }
    }
  }

  private static boolean isReadable(ParquetColumn column) {
    return column.element().getType() != Type.BOOLEAN;
  }

  private static Map<String, String> row(List<ColumnValues> read) throws IOException, Damaged {
    Map<String, String> row = new HashMap<>();
    for (ColumnValues values : read) {
      String value = values.next();
      if (value != null) {
        row.put(values.column().name(), value);
      }
    }
    return row;
  }

  private static Set<String> binary(List<ColumnValues> read) {
    Set<String> binary = new HashSet<>();
    for (ColumnValues values : read) {
      if (values.isBinary()) {
        binary.add(values.column().name());
      }
    }
    return binary;
  }

  /** Hands on all rows with all their columns, lists and maps among them. */
  public void forEachRecord(RecordSink sink) throws IOException, Damaged {
    SchemaTree tree = SchemaTree.of(metadata.getSchema());
    for (RowGroup group : metadata.getRow_groups()) {
      List<ColumnCursor> cursors = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        cursors.add(cursor(group, i));
      }
      RecordAssembly assembly = new RecordAssembly(cursors, growth);
      for (long left = columns.isEmpty() ? 0 : group.getNum_rows(); left > 0; left--) {
        sink.take(assembly.next(tree));
      }
    }
  }

  /** Takes rows as records in their order. */
  @FunctionalInterface
  public interface RecordSink {
    /**
     * Takes a row.
     *
     * @param row what it has by the columns' names as the file spells them: values (an {@code
     *     Instant}, {@code LocalDate}, {@code String}, {@code ByteBuffer}, {@code Long}, {@code
     *     Double} or {@code Boolean}), maps of what lies in them, lists of what is repeated; null
     *     where there is nothing
     */
    void take(Map<String, @Nullable Object> row) throws IOException;
  }

  private ColumnCursor cursor(RowGroup group, int number) throws Damaged {
    ParquetColumn column = columns.get(number);
    if (number >= group.getColumnsSize()) {
      throw ParquetDamage.of("a group of rows lacks the column " + column.name());
    }
    ColumnChunk chunk = group.getColumns().get(number);
    ColumnMetaData data = chunk.getMeta_data();
    if (chunk.getFile_path() != null || data == null || chunk.isSetCrypto_metadata()) {
      throw ParquetDamage.of("the column " + column.name() + " lies elsewhere, or is encrypted");
    }
    if (!data.getPath_in_schema().equals(column.path())) {
      throw ParquetDamage.of("a group of rows has other columns");
    }
    long first = data.getData_page_offset();
    long dictionary = data.getDictionary_page_offset();
    long start = data.isSetDictionary_page_offset() && dictionary > 0 ? dictionary : first;
    start = Math.min(start, first);
    long size = data.getTotal_compressed_size();
    if (start < MARK || size < 0 || start > footer || size > footer - start) {
      throw ParquetDamage.of("the column " + column.name() + " is said to lie beyond the file");
    }
    return new ColumnCursor(
        column, new ChunkPages(file, data.getCodec(), start, start + size, maxPage, growth));
  }
}
