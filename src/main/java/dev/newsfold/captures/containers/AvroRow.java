package dev.newsfold.captures.containers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of Avro as a row.
 *
 * @param fields what is wanted of it; names of nested records stand before a dot
 * @param binary which of these are bytes, each told as a character
 */
record AvroRow(Map<String, String> fields, Set<String> binary) {
  private static final int MAX_DEPTH = 8;

  static AvroRow of(IndexedRecord record, RowFields wanted) {
    AvroRow row = new AvroRow(new HashMap<>(), new HashSet<>());
    row.add(record, "", wanted.names(), 0);
    return row;
  }

  void take(Rows rows, long number) {
    rows.take(number, 0, fields, binary);
  }

  private void add(IndexedRecord record, String path, Set<String> wanted, int depth) {
    for (Schema.Field field : record.getSchema().getFields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      @Nullable Object value = record.get(field.pos());
      if (value instanceof IndexedRecord nested && depth < MAX_DEPTH) {
        add(nested, path + name + ".", wanted, depth + 1);
      } else if (value instanceof ByteBuffer bytes && wanted.contains(name)) {
        fields.put(path + name, StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString());
        binary.add(path + name);
      } else if ((value instanceof CharSequence || value instanceof Number)
          && wanted.contains(name)) {
        fields.put(path + name, value.toString());
      }
    }
  }
}
