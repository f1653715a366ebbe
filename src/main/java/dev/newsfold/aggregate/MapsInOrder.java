package dev.newsfold.aggregate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Encodes records to bytes that depend on their content alone: a hash map's order depends on how
 * the map came to be, so the entries of maps are written in the order of their keys.
 */
public final class MapsInOrder extends SpecificDatumWriter<IndexedRecord> {
  /** To make one takes a look at the generated class; it holds nothing of what it writes. */
  private static final Map<Schema, MapsInOrder> WRITERS = new ConcurrentHashMap<>();

  private MapsInOrder(Schema schema) {
    super(schema, SpecificData.getForSchema(schema));
  }

  private static MapsInOrder of(Schema schema) {
    return WRITERS.computeIfAbsent(schema, MapsInOrder::new);
  }

  /** The bytes of a record: the same whether it is of a generated class or not. */
  public static byte[] encode(IndexedRecord item) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      of(item.getSchema()).write(item, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  @Override
  protected Iterable<Map.Entry<Object, Object>> getMapEntries(Object map) {
    List<Map.Entry<Object, Object>> entries = new ArrayList<>();
    super.getMapEntries(map).forEach(entries::add);
    entries.sort(Comparator.comparing(entry -> entry.getKey().toString()));
    return entries;
  }
}
