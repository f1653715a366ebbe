package dev.newsfold.captures.parquet;

import dev.newsfold.captures.parquet.ChunkPages.Page;
import dev.newsfold.captures.warc.Damaged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a column in one group of rows, place by place: one a row, or several where it lies
 * in lists. Its levels tell where in the lists a place is, and whether there is a value.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/nestedencoding/">Nested encoding</a>
 */
final class ColumnCursor {
  private final ParquetColumn column;
  private final ChunkPages pages;
  private @Nullable Dictionary dictionary;
  private int left;
  private @Nullable RunLengths repetitions;
  private @Nullable RunLengths definitions;
  private @Nullable PageValues values;
  private boolean isAhead;
  private int repetition;
  private int definition;

  ColumnCursor(ParquetColumn column, ChunkPages pages) {
    this.column = column;
    this.pages = pages;
  }

  ParquetColumn column() {
    return column;
  }

  /**
   * Which list the next place goes on with, from 1 outside; 0 where it begins a row, or is none.
   */
  int repetition() throws IOException, Damaged {
    return look() ? repetition : 0;
  }

  /** How many of the optional things and lists around the next place are there. */
  int definition() throws IOException, Damaged {
    if (!look()) {
      throw ParquetDamage.of("the column " + column.name() + " has fewer values than rows");
    }
    return definition;
  }

  /** Passes the next place, and returns its value; null where it has none. */
  @Nullable Object take() throws IOException, Damaged {
    boolean isThere = definition() == column.maxDefinition();
    isAhead = false;
    try {
      return isThere && values != null ? values.next() : null;
    } catch (RuntimeException e) {
      throw broken();
    }
  }

  /** Makes the next place known; false if there is none. */
  private boolean look() throws IOException, Damaged {
    if (isAhead) {
      return true;
    }
    try {
      while (left == 0) {
        if (!nextPage()) {
          return false;
        }
      }
      left--;
      repetition = repetitions == null ? 0 : repetitions.next();
      definition = definitions == null ? 0 : definitions.next();
    } catch (RuntimeException e) {
      throw broken();
    }
    isAhead = true;
    return true;
  }

  /** Of buffers that end too soon, places that no dictionary has. */
  private Damaged broken() {
    return ParquetDamage.of("a value of the column " + column.name() + " is not there");
  }

  private boolean nextPage() throws IOException, Damaged {
    Page page = pages.next();
    if (page == null) {
      return false;
    }
    PageHeader header = page.header();
    ByteBuffer content = page.content().order(ByteOrder.LITTLE_ENDIAN);
    if (header.isSetDictionary_page_header()) {
      int count = header.getDictionary_page_header().getNum_values();
      dictionary = new Dictionary(column.element(), content, count);
    } else if (header.isSetData_page_header_v2()) {
      var v2 = header.getData_page_header_v2();
      repetitions = levels(content, column.maxRepetition(), v2.getRepetition_levels_byte_length());
      definitions = levels(content, column.maxDefinition(), v2.getDefinition_levels_byte_length());
      startPage(v2.getNum_values(), v2.getEncoding(), content);
    } else if (header.isSetData_page_header()) {
      var v1 = header.getData_page_header();
      repetitions = levels(content, column.maxRepetition(), v1.getRepetition_level_encoding());
      definitions = levels(content, column.maxDefinition(), v1.getDefinition_level_encoding());
      startPage(v1.getNum_values(), v1.getEncoding(), content);
    } else {
      throw ParquetDamage.of("a page is of no kind");
    }
    return true;
  }

  /** Levels of the first kind of page: their length stands ahead of them. */
  private static @Nullable RunLengths levels(ByteBuffer content, int max, Encoding encoding)
      throws Damaged {
    if (max > 0 && encoding == Encoding.BIT_PACKED) {
      throw ParquetDamage.of("its levels are packed as none have been for years");
    }
    return levels(content, max, max == 0 ? 0 : content.getInt());
  }

  /** Levels of so many bytes, which are passed; null where all are 0. */
  private static @Nullable RunLengths levels(ByteBuffer content, int max, int length)
      throws Damaged {
    ByteBuffer levels = PageValues.part(content, length);
    return max == 0
        ? null
        : new RunLengths(levels, Integer.SIZE - Integer.numberOfLeadingZeros(max));
  }

  /**
   * Starts a page.
   *
   * @param content its values
   */
  private void startPage(int count, Encoding encoding, ByteBuffer content) throws Damaged {
    if (count < 0) {
      throw ParquetDamage.of("a page is said to have " + count + " values");
    }
    // A page of nulls may lack even what its encoding starts with.
    values =
        content.hasRemaining()
            ? PageValues.of(column.element(), encoding, content, count, dictionary)
            : null;
    left = count;
  }
}
