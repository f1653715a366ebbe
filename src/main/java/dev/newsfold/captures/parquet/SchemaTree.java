package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * A part of a table's schema: a column, or what columns lie in.
 *
 * @param name as the file spells it
 * @param repetition whether it is always there, may be missing, or may be there several times
 * @param definition how many optional things and lists it lies in, itself included
 * @param depth how many lists it lies in, itself included
 * @param firstColumn the number of the first column in it
 * @param columns how many columns lie in it
 * @param children what lies in it; nothing in a column
 */
record SchemaTree(
    String name,
    FieldRepetitionType repetition,
    int definition,
    int depth,
    int firstColumn,
    int columns,
    List<SchemaTree> children) {

  /**
   * The tree of a schema.
   *
   * @param schema its elements one after another, parents first; its columns have been looked at
   */
  static SchemaTree of(List<SchemaElement> schema) throws Damaged {
    return new Builder(schema).next(FieldRepetitionType.REQUIRED, 0, 0);
  }

  boolean isColumn() {
    return children.isEmpty();
  }

  private static final class Builder {
    private final List<SchemaElement> schema;
    private int next;
    private int column;

    Builder(List<SchemaElement> schema) {
      this.schema = schema;
    }

    SchemaTree next(FieldRepetitionType repetition, int definition, int depth) throws Damaged {
      SchemaElement element = schema.get(next++);
      int first = column;
      List<SchemaTree> children = new ArrayList<>();
      if (element.isSetType()) {
        column++;
      } else {
        for (int i = 0; i < element.getNum_children(); i++) {
          FieldRepetitionType below = schema.get(next).getRepetition_type();
          children.add(
              next(
                  below,
                  definition + (below == FieldRepetitionType.REQUIRED ? 0 : 1),
                  depth + (below == FieldRepetitionType.REPEATED ? 1 : 0)));
        }
        if (column == first && next > 1) {
          throw ParquetDamage.of("nothing lies in its column " + element.getName());
        }
      }
      return new SchemaTree(
          element.getName(), repetition, definition, depth, first, column - first, children);
    }
  }
}
