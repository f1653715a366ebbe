package dev.newsfold.captures.parquet;

import dev.newsfold.captures.parquet.ChunkPages.Page;
import dev.newsfold.captures.warc.Damaged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.jspecify.annotations.Nullable;

/** The values of a column in one group of rows, one a row. */
final class ColumnValues {
  private final ParquetColumn column;
  private final ColumnText text;
  private final ChunkPages pages;
  private @Nullable Dictionary dictionary;
  private int left;
  private @Nullable RunLengths levels;
  private @Nullable PageValues values;

  ColumnValues(ParquetColumn column, ChunkPages pages) {
    this.column = column;
    this.text = new ColumnText(column.element());
    this.pages = pages;
  }

  ParquetColumn column() {
    return column;
  }

  boolean isBinary() {
    return text.isBinary();
  }

  /** The value of the next row as text; null where it has none. */
  @Nullable String next() throws IOException, Damaged {
    try {
      while (left == 0) {
        nextPage();
      }
      left--;
      if (levels != null && levels.next() < column.maxDefinition() || values == null) {
        return null;
      }
      return text.of(values.next());
    } catch (RuntimeException e) {
      // Of buffers that end too soon, places that no dictionary has, times that no calendar has.
      throw ParquetDamage.of("a value of the column " + column.name() + " is not there");
    }
  }

  private void nextPage() throws IOException, Damaged {
    Page page = pages.next();
    if (page == null) {
      throw ParquetDamage.of("the column " + column.name() + " has fewer values than rows");
    }
    PageHeader header = page.header();
    ByteBuffer content = page.content();
    if (header.isSetDictionary_page_header()) {
      int count = header.getDictionary_page_header().getNum_values();
      dictionary = new Dictionary(column.element(), content, count);
    } else if (header.isSetData_page_header_v2()) {
      var v2 = header.getData_page_header_v2();
      content.position(v2.getRepetition_levels_byte_length());
      startPage(
          v2.getNum_values(), v2.getEncoding(), content, v2.getDefinition_levels_byte_length());
    } else if (header.isSetData_page_header()) {
      var v1 = header.getData_page_header();
      boolean packed = v1.getDefinition_level_encoding() == Encoding.BIT_PACKED;
      if (column.maxDefinition() > 0 && packed) {
        throw ParquetDamage.of("its levels are packed as none have been for years");
      }
      int length =
          column.maxDefinition() == 0 ? 0 : content.order(ByteOrder.LITTLE_ENDIAN).getInt();
      startPage(v1.getNum_values(), v1.getEncoding(), content, length);
    } else {
      throw ParquetDamage.of("a page is of no kind");
    }
  }

  /**
   * Starts a page.
   *
   * @param content from its levels on
   * @param length of the levels
   */
  private void startPage(int count, Encoding encoding, ByteBuffer content, int length)
      throws Damaged {
    if (count < 0 || length < 0 || length > content.remaining()) {
      throw ParquetDamage.of("a page is said to have " + count + " values");
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(column.maxDefinition());
    ByteBuffer behind = content.duplicate().position(content.position() + length).slice();
    levels =
        column.maxDefinition() == 0
            ? null
            : new RunLengths(content.slice(content.position(), length), width);
    // A page of nulls may lack even what its encoding starts with.
    values =
        behind.hasRemaining()
            ? PageValues.of(column.element(), encoding, behind, count, dictionary)
            : null;
    left = count;
  }
}
