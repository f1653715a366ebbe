package dev.newsfold.commands;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.newsfold.sinks.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What makes two records of a dataset the same thing, and how to name it.
 *
 * @param keys fields that identify a record; none: only its whole content does
 * @param label the field that names it to people
 */
record DatasetShape(List<String> keys, @Nullable String label) {
  private static final JsonFactory JSON = new JsonFactory();

  private static final Map<String, String> LABELS =
      Map.of(
          "articles", "canonicalUrl",
          "versions", "url",
          "stories", "headline",
          "copies", "url",
          "headlines", "headline",
          "late", "canonicalUrl");

  static DatasetShape of(String dataset) {
    for (Dataset known : Dataset.values()) {
      if (known.folder().equals(dataset)) {
        return new DatasetShape(known.keyFields(), LABELS.get(dataset));
      }
    }
    return new DatasetShape(List.of(), null);
  }

  /** A 64-bit digest of what identifies a record. */
  long key(GenericRecord record) {
    if (keys.isEmpty()) {
      return digest(json(record));
    }
    long key = 0;
    for (String name : keys) {
      key = key * 31 + digest(value(record, name));
    }
    return key;
  }

  /** How to name a record in a line. */
  String label(GenericRecord record) {
    List<String> parts = new ArrayList<>();
    for (String name : label == null ? keys : List.of(label)) {
      String text = text(value(record, name));
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return parts.isEmpty() ? text(json(record)) : String.join(" ", parts);
  }

  /** A field's value as JSON in UTF-8; {@code null} for a field the record does not have. */
  static byte[] value(GenericRecord record, String name) {
    Schema.Field field = record.getSchema().getField(name);
    return json(field == null ? null : RecordJson.fieldValue(record, field));
  }

  /** JSON as people read it: a string without its quotes. */
  static String text(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    return text.length() > 1 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  static long digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static byte[] json(@Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      RecordJson.write(value, json);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }
}
