package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * A column of values.
 *
 * @param path as the file spells it
 * @param element what its values are
 * @param maxDefinition how many optional things it lies in, itself included
 * @param maxRepetition how many lists it lies in
 */
record ParquetColumn(
    List<String> path, SchemaElement element, int maxDefinition, int maxRepetition) {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_COLUMNS = 20_000;

  /** The name in lower case, with those of the records above it before a dot. */
  String name() {
    return String.join(".", path).toLowerCase(Locale.ROOT);
  }

  /** Whether a row may have several values. */
  boolean repeated() {
    return maxRepetition > 0;
  }

  /** The columns of a schema, which has its elements one after another, parents first. */
  static List<ParquetColumn> of(List<SchemaElement> schema) throws Damaged {
    Walk walk = new Walk(schema);
    if (schema.isEmpty() || schema.size() > MAX_COLUMNS) {
      throw ParquetDamage.of("it has " + schema.size() + " columns");
    }
    walk.children(schema.get(0), List.of(), 0, 0);
    return walk.columns;
  }

  private static final class Walk {
    private final List<SchemaElement> schema;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private int next = 1;

    Walk(List<SchemaElement> schema) {
      this.schema = schema;
    }

    void children(SchemaElement parent, List<String> path, int definition, int repeated)
        throws Damaged {
      if (path.size() > MAX_DEPTH) {
        throw ParquetDamage.of("its columns are deeper than " + MAX_DEPTH + " levels");
      }
      for (int i = 0; i < parent.getNum_children(); i++) {
        if (next >= schema.size()) {
          throw ParquetDamage.of("its schema is cut off");
        }
        SchemaElement element = schema.get(next++);
        List<String> below = new ArrayList<>(path);
        below.add(element.getName());
        FieldRepetitionType repetition = element.getRepetition_type();
        int defined = definition + (repetition == FieldRepetitionType.REQUIRED ? 0 : 1);
        int several = repeated + (repetition == FieldRepetitionType.REPEATED ? 1 : 0);
        if (element.isSetType()) {
          columns.add(new ParquetColumn(below, element, defined, several));
        } else {
          children(element, below, defined, several);
        }
      }
    }
  }
}
