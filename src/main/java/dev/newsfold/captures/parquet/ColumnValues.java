package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The values of a column in one group of rows as text, one a row. */
final class ColumnValues {
  private final ColumnCursor cursor;
  private final ColumnText text;

  ColumnValues(ColumnCursor cursor) {
    this.cursor = cursor;
    this.text = new ColumnText(cursor.column().element());
  }

  ParquetColumn column() {
    return cursor.column();
  }

  boolean isBinary() {
    return text.isBinary();
  }

  /** The value of the next row; null where it has none. */
  @Nullable String next() throws IOException, Damaged {
    Object value = cursor.take();
    try {
      return value == null ? null : text.of(value);
    } catch (RuntimeException e) {
      // Of times that no calendar has.
      throw ParquetDamage.of("a value of the column " + column().name() + " is none");
    }
  }
}
