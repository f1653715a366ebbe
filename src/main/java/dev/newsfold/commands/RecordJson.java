package dev.newsfold.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.newsfold.records.Precision;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records as the JSON that people and other programs expect, not Avro's own: unions are
 * unwrapped, maps sorted by key, bytes in base64.
 *
 * <p>A time is ISO 8601 in UTC ({@code 2020-09-25T03:45:27Z}). A {@code publishedAt} that stands
 * beside a {@code publishedZone} has that zone's offset ({@code 2020-09-25T11:45:27+08:00}), and is
 * a plain day ({@code 2020-09-25}) where {@code publishedPrecision} says that only the day is
 * known.
 */
final class RecordJson {
  private RecordJson() {}

  /** Writes a record, with those of its fields whose names {@code wanted} accepts. */
  static void write(IndexedRecord record, Predicate<String> wanted, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (Schema.Field field : record.getSchema().getFields()) {
      if (wanted.test(field.name())) {
        json.writeFieldName(field.name());
        write(fieldValue(record, field), json);
      }
    }
    json.writeEndObject();
  }

  /** The value of a field as it is to be written: its publish time in the zone of the page. */
  static @Nullable Object fieldValue(IndexedRecord record, Schema.Field field) {
    Object value = record.get(field.pos());
    if (field.name().equals("publishedAt") && value instanceof Instant publishedAt) {
      return publishTime(
          publishedAt, optional(record, "publishedZone"), optional(record, "publishedPrecision"));
    }
    return value;
  }

  static void write(@Nullable Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof IndexedRecord record) {
      write(record, name -> true, json);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(map, json);
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(element, json);
      }
      json.writeEndArray();
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      json.writeString(Base64.getEncoder().encodeToString(copy));
    } else if (value instanceof GenericFixed fixed) {
      json.writeString(Base64.getEncoder().encodeToString(fixed.bytes()));
    } else {
      writeScalar(value, json);
    }
  }

  private static void writeScalar(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Float number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else {
      // Strings, enum symbols, ids, and java.time values, which print as ISO 8601.
      json.writeString(wellFormed(value.toString()));
    }
  }

  /** The text with half characters replaced: JSON in UTF-8 cannot hold them. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }

  private static void writeMap(Map<?, ?> map, JsonGenerator json) throws IOException {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    json.writeStartObject();
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      json.writeFieldName(entry.getKey());
      write(entry.getValue(), json);
    }
    json.writeEndObject();
  }

  private static Object publishTime(
      Instant publishedAt, @Nullable String zone, @Nullable String precision) {
    if (zone == null) {
      return publishedAt;
    }
    var local = publishedAt.atZone(zoneOf(zone));
    return Precision.DAY.name().equals(precision)
        ? local.toLocalDate()
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
  }

  private static ZoneId zoneOf(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException unknownHere) {
      return ZoneOffset.UTC;
    }
  }

  private static @Nullable String optional(IndexedRecord record, String name) {
    Schema.Field field = record.getSchema().getField(name);
    Object value = field == null ? null : record.get(field.pos());
    return value == null ? null : value.toString();
  }
}
