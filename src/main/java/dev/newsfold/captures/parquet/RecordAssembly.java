package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FieldRepetitionType;
import org.jspecify.annotations.Nullable;

/** Puts rows together again of the places of their columns. */
final class RecordAssembly {
  /** Lists of nulls take no bytes in a file, and words of a dictionary hardly any. */
  private static final long MAX_ROW = 256L << 20;

  /** What an item of a list costs beyond its bytes. */
  private static final int ITEM = 64;

  private final List<ColumnCursor> cursors;
  private final List<ColumnText> texts;
  private final Growth growth;
  private long size;

  RecordAssembly(List<ColumnCursor> cursors, Growth growth) {
    this.cursors = cursors;
    this.texts = cursors.stream().map(c -> new ColumnText(c.column().element())).toList();
    this.growth = growth;
  }

  /** The next row. */
  Map<String, @Nullable Object> next(SchemaTree tree) throws IOException, Damaged {
    size = 0;
    Map<String, @Nullable Object> row = group(tree);
    for (ColumnCursor cursor : cursors) {
      if (cursor.repetition() != 0) {
        throw ParquetDamage.of("the column " + cursor.column().name() + " goes on behind its row");
      }
    }
    growth.add(size);
    return row;
  }

  private Map<String, @Nullable Object> group(SchemaTree tree) throws IOException, Damaged {
    Map<String, @Nullable Object> group = new LinkedHashMap<>();
    for (SchemaTree child : tree.children()) {
      group.put(child.name(), field(child));
    }
    return group;
  }

  private @Nullable Object field(SchemaTree tree) throws IOException, Damaged {
    ColumnCursor first = cursors.get(tree.firstColumn());
    boolean isRepeated = tree.repetition() == FieldRepetitionType.REPEATED;
    if (first.definition() < tree.definition()) {
      for (int i = 0; i < tree.columns(); i++) {
        if (cursors.get(tree.firstColumn() + i).take() != null) {
          throw ParquetDamage.of("what lies in " + tree.name() + " is there and is not");
        }
      }
      return isRepeated ? List.of() : null;
    }
    if (!isRepeated) {
      return content(tree);
    }
    List<@Nullable Object> items = new ArrayList<>();
    do {
      items.add(content(tree));
    } while (first.repetition() == tree.depth());
    return items;
  }

  private @Nullable Object content(SchemaTree tree) throws IOException, Damaged {
    count(ITEM);
    if (!tree.isColumn()) {
      return group(tree);
    }
    Object value = cursors.get(tree.firstColumn()).take();
    if (value == null) {
      return null;
    }
    count(value instanceof ByteBuffer bytes ? bytes.remaining() : Long.BYTES);
    try {
      return texts.get(tree.firstColumn()).meaning(value);
    } catch (RuntimeException e) {
      // Of times that no calendar has.
      throw ParquetDamage.of("a value of the column " + tree.name() + " is none");
    }
  }

  private void count(long bytes) throws Damaged {
    size += bytes;
    if (size > MAX_ROW) {
      throw new Damaged(Reason.TOO_LARGE, "a row of more than " + MAX_ROW + " bytes");
    }
  }
}
