package dev.newsfold.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a record of ours looks in a table: times are microseconds in UTC, days are days since 1970,
 * enums are strings, maps are in the order of their keys, and the columns that the folders name are
 * left out. A field that the writer of a record did not know yet has its default.
 */
final class TableSchema {
  private final Schema schema;
  private final Map<String, Schema> ours;

  private TableSchema(Schema schema, Map<String, Schema> ours) {
    this.schema = schema;
    this.ours = ours;
  }

  /**
   * The table of a record's schema.
   *
   * @param inFolders columns that the folders of the table name
   */
  static TableSchema of(Schema ours, Set<String> inFolders) {
    Mapping mapping = new Mapping();
    return new TableSchema(mapping.record(ours, inFolders), mapping.ours);
  }

  /** The schema of the table's rows. */
  Schema schema() {
    return schema;
  }

  /** A record as a row: times are {@link Instant}s there, or milliseconds. */
  GenericRecord row(IndexedRecord record) {
    return row(record, schema);
  }

  private GenericRecord row(IndexedRecord record, Schema target) {
    GenericRecord row = new GenericData.Record(target);
    for (Schema.Field field : target.getFields()) {
      Schema.Field source = record.getSchema().getField(field.name());
      Object value = source == null ? missing(field, target) : record.get(source.pos());
      row.put(field.pos(), value(value, field.schema()));
    }
    return row;
  }

  /** What our own schema says of a field that a record does not have. */
  private @Nullable Object missing(Schema.Field field, Schema target) {
    Schema record = ours.get(target.getFullName());
    return record == null ? null : GenericData.get().getDefaultValue(record.getField(field.name()));
  }

  private @Nullable Object value(@Nullable Object value, Schema target) {
    if (value == null) {
      return null;
    }
    return switch (target.getType()) {
      case UNION -> value(value, valueOf(target));
      case RECORD -> row((IndexedRecord) value, target);
      case ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        ((Collection<?>) value).forEach(item -> items.add(value(item, target.getElementType())));
        yield items;
      }
      case MAP -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        ((Map<?, ?>) value)
            .forEach((key, item) -> sorted.put(key.toString(), value(item, target.getValueType())));
        yield sorted;
      }
      case STRING -> value.toString();
      case INT -> value instanceof LocalDate day ? (Object) (int) day.toEpochDay() : value;
      case LONG -> isTime(target) ? (Object) micros(value) : value;
      default -> value;
    };
  }

  private static boolean isTime(Schema target) {
    return target.getLogicalType() instanceof LogicalTypes.TimestampMicros;
  }

  private static long micros(Object time) {
    return time instanceof Instant instant
        ? ChronoUnit.MICROS.between(Instant.EPOCH, instant)
        : Math.multiplyExact((Long) time, 1000L);
  }

  /** What an optional value is, if it is there. */
  private static Schema valueOf(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  /** Turns schemas into those of tables; one that is named twice is made once. */
  private static final class Mapping {
    private final Map<String, Schema> records = new HashMap<>();
    private final Map<String, Schema> ours = new HashMap<>();

    Schema record(Schema source, Set<String> without) {
      Schema known = records.get(source.getFullName());
      if (known != null) {
        return known;
      }
      List<Schema.Field> fields = new ArrayList<>();
      for (Schema.Field field : source.getFields()) {
        if (!without.contains(field.name())) {
          Schema type = type(field.schema());
          Object otherwise = type.isNullable() ? Schema.Field.NULL_DEFAULT_VALUE : null;
          fields.add(new Schema.Field(field.name(), type, field.doc(), otherwise));
        }
      }
      Schema table =
          Schema.createRecord(
              source.getName(), source.getDoc(), source.getNamespace(), false, fields);
      records.put(source.getFullName(), table);
      ours.put(source.getFullName(), source);
      return table;
    }

    private Schema type(Schema source) {
      return switch (source.getType()) {
        case RECORD -> record(source, Set.of());
        case UNION -> Schema.createUnion(source.getTypes().stream().map(this::type).toList());
        case ARRAY -> Schema.createArray(type(source.getElementType()));
        case MAP -> Schema.createMap(type(source.getValueType()));
        case ENUM, STRING -> Schema.create(Schema.Type.STRING);
        case LONG ->
            source.getLogicalType() instanceof LogicalTypes.TimestampMillis
                ? LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG))
                : source;
        default -> source;
      };
    }
  }
}
