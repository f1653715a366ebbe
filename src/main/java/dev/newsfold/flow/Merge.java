package dev.newsfold.flow;

import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.SerializableBiFunction;

/** Combines values by an associative, commutative function of plain Java. */
final class Merge {
  private Merge() {}

  static <K, V> Combine.PerKey<K, V, V> perKey(SerializableBiFunction<V, V, V> merge) {
    return Combine.perKey(merge);
  }
}
