package dev.newsfold.flow;

import dev.newsfold.sinks.Precedence;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/** Records of one thing, each with the number of the output in the {@link History} it is in. */
final class Placed {
  private Placed() {}

  /** The record that counts; null for none. */
  static <T extends SpecificRecord> @Nullable KV<Integer, T> first(List<KV<Integer, T>> records) {
    return records.stream().reduce(Placed::first).orElse(null);
  }

  /** Which of two records counts. */
  static <T extends SpecificRecord> KV<Integer, T> first(KV<Integer, T> a, KV<Integer, T> b) {
    return Precedence.compare(a.getValue(), a.getKey(), b.getValue(), b.getKey()) >= 0 ? a : b;
  }
}
