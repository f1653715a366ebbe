package dev.newsfold.flow;

import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableBiFunction;
import org.apache.beam.sdk.values.KV;

/** Merges the values of each key of a group. */
final class MergeFn<V> extends DoFn<KV<String, Iterable<KV<String, V>>>, KV<String, V>> {
  private final SerializableBiFunction<V, V, V> merge;

  MergeFn(SerializableBiFunction<V, V, V> merge) {
    this.merge = merge;
  }

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<String, V>>> group, OutputReceiver<KV<String, V>> out) {
    Map<String, V> merged = new TreeMap<>();
    for (KV<String, V> item : group.getValue()) {
      merged.merge(item.getKey(), item.getValue(), merge::apply);
    }
    merged.forEach((key, value) -> out.output(KV.of(key, value)));
  }
}
