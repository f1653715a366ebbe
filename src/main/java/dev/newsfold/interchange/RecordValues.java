package dev.newsfold.interchange;

import dev.newsfold.records.Article;
import dev.newsfold.records.Origin;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table as an article: lists and maps are in the form of three levels that the format's
 * specification asks for, or in that of two levels from before. A column that the table does not
 * have gives the field's default.
 */
final class RecordValues {
  /** What every article has, and no table can leave out. */
  static final List<String> REQUIRED =
      Article.getClassSchema().getFields().stream()
          .filter(field -> !field.hasDefaultValue() && !field.name().equals("origin"))
          .map(Schema.Field::name)
          .toList();

  private static final SpecificData MODEL = new Article().getSpecificData();

  private RecordValues() {}

  /** The article of a row. */
  static Article article(Map<?, ?> row, Origin origin) throws UnusableRowException {
    Article article = new Article();
    for (Schema.Field field : article.getSchema().getFields()) {
      if (field.name().equals("origin")) {
        article.setOrigin(origin);
      } else {
        article.put(field.pos(), field(field, row.get(field.name())));
      }
    }
    return article;
  }

  private static @Nullable Object field(Schema.Field field, @Nullable Object value)
      throws UnusableRowException {
    if (value != null) {
      return value(field.name(), field.schema(), value);
    } else if (field.schema().isNullable()) {
      return null;
    } else if (!field.hasDefaultValue()) {
      throw new UnusableRowException("no " + field.name());
    }
    return MODEL.deepCopy(field.schema(), MODEL.getDefaultValue(field));
  }

  private static Object value(String name, Schema schema, Object value)
      throws UnusableRowException {
    return switch (schema.getType()) {
      case UNION -> value(name, notNull(schema), value);
      case RECORD -> {
        Map<?, ?> group = as(Map.class, name, value);
        IndexedRecord record = (IndexedRecord) MODEL.newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
          record.put(field.pos(), field(field, group.get(field.name())));
        }
        yield record;
      }
      case ARRAY -> list(name, schema.getElementType(), value);
      case MAP -> map(name, schema.getValueType(), value);
      case STRING -> as(String.class, name, value);
      case BYTES -> {
        // Not a part of the page it came from, which would be kept whole.
        ByteBuffer bytes = as(ByteBuffer.class, name, value);
        yield ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
      }
      case BOOLEAN -> as(Boolean.class, name, value);
      case INT ->
          schema.getLogicalType() instanceof LogicalTypes.Date
              ? as(LocalDate.class, name, value)
              : (Object) number(name, as(Long.class, name, value));
      case LONG ->
          schema.getLogicalType() == null
              ? as(Long.class, name, value)
              : (Object) as(Instant.class, name, value).truncatedTo(ChronoUnit.MILLIS);
      case ENUM -> symbol(name, schema, as(String.class, name, value));
      default -> throw new UnusableRowException(name + " is a " + schema.getType());
    };
  }

  private static int number(String name, long value) throws UnusableRowException {
    if (value != (int) value) {
      throw new UnusableRowException(name + " is out of range: " + value);
    }
    return (int) value;
  }

  private static Object symbol(String name, Schema schema, String symbol)
      throws UnusableRowException {
    if (!schema.hasEnumSymbol(symbol)) {
      throw new UnusableRowException(name + " is none of " + schema.getEnumSymbols());
    }
    return MODEL.createEnum(symbol, schema);
  }

  private static List<Object> list(String name, Schema item, Object value)
      throws UnusableRowException {
    List<Object> list = new ArrayList<>();
    for (Object repeated : repeated(name, value)) {
      Object of =
          repeated instanceof Map<?, ?> group && group.size() == 1
              ? group.values().iterator().next()
              : repeated;
      if (of != null) {
        list.add(value(name, item, of));
      }
    }
    return list;
  }

  private static Map<String, Object> map(String name, Schema item, Object value)
      throws UnusableRowException {
    Map<String, Object> map = new HashMap<>();
    for (Object repeated : repeated(name, value)) {
      Map<?, ?> entry = as(Map.class, name, repeated);
      Object of = entry.get("value");
      if (of != null) {
        map.put(as(String.class, name, entry.get("key")), value(name, item, of));
      }
    }
    return map;
  }

  /** What is repeated in the group of a list or of a map; the name of it differs. */
  private static List<?> repeated(String name, Object value) throws UnusableRowException {
    if (value instanceof Map<?, ?> group && group.size() == 1) {
      return as(List.class, name, group.values().iterator().next());
    }
    return as(List.class, name, value);
  }

  private static Schema notNull(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow(() -> new AvroRuntimeException("a union of nothing"));
  }

  private static <T> T as(Class<T> type, String name, @Nullable Object value)
      throws UnusableRowException {
    if (!type.isInstance(value)) {
      throw new UnusableRowException(name + " is no " + type.getSimpleName());
    }
    return type.cast(value);
  }
}
