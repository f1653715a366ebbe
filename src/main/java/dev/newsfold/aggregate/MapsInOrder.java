package dev.newsfold.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Encodes records to bytes that depend on their content alone: a hash map's order depends on how
 * the map came to be, so the entries of maps are written in the order of their keys.
 */
public final class MapsInOrder extends SpecificDatumWriter<SpecificRecord> {
  /** A writer of records of {@code schema}. */
  public MapsInOrder(Schema schema) {
    super(schema, SpecificData.getForSchema(schema));
  }

  @Override
  protected Iterable<Map.Entry<Object, Object>> getMapEntries(Object map) {
    List<Map.Entry<Object, Object>> entries = new ArrayList<>();
    super.getMapEntries(map).forEach(entries::add);
    entries.sort(Comparator.comparing(entry -> entry.getKey().toString()));
    return entries;
  }
}
