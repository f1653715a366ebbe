package dev.newsfold.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.join.UnionCoder;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * One of the sides of a join by key: all sides are one collection of a union, which is grouped
 * once. Beam's {@code CoGroupByKey} is that with two steps more a side, and each step costs a small
 * run time.
 *
 * @param tag the place of the side among those that are joined, from 0
 */
record Side<V>(int tag, Coder<V> coder) {
  /** The coder of keyed values of any of {@code sides}, which stand in the order of their tags. */
  static KvCoder<String, RawUnionValue> keyed(Side<?>... sides) {
    List<Coder<?>> coders = new ArrayList<>();
    for (Side<?> side : sides) {
      coders.add(side.coder());
    }
    return KvCoder.of(StringUtf8Coder.of(), UnionCoder.of(coders));
  }

  /** Brings the values of all sides together by key; {@link #forEachKey} hands them on. */
  static PTransform<
          PCollectionList<KV<String, RawUnionValue>>,
          PCollection<KV<String, Iterable<KV<String, RawUnionValue>>>>>
      meet(Grouping grouping, KvCoder<String, RawUnionValue> keyed) {
    return new PTransform<>() {
      @Override
      public PCollection<KV<String, Iterable<KV<String, RawUnionValue>>>> expand(
          PCollectionList<KV<String, RawUnionValue>> sides) {
        return sides
            .apply("Sides", Flatten.pCollections())
            .setCoder(keyed)
            .apply("Meet", grouping.group(keyed.getValueCoder()));
      }
    };
  }

  /** A value as one of this side. */
  RawUnionValue of(V value) {
    return new RawUnionValue(tag, value);
  }

  /** The values of this side among {@code values}, in the order they come. */
  @SuppressWarnings("unchecked") // The tag says the type: of() alone makes values with it.
  List<V> among(Iterable<RawUnionValue> values) {
    List<V> mine = new ArrayList<>();
    for (RawUnionValue value : values) {
      if (value.getUnionTag() == tag) {
        mine.add((V) value.getValue());
      }
    }
    return mine;
  }

  /** Hands on each key of a group with its values of all sides, in a list: they are few. */
  static void forEachKey(
      Grouping grouping,
      KV<String, Iterable<KV<String, RawUnionValue>>> group,
      BiConsumer<String, List<RawUnionValue>> each) {
    grouping.<RawUnionValue>forEachKey(
        group,
        (key, values) -> {
          List<RawUnionValue> all = new ArrayList<>();
          values.forEach(all::add);
          each.accept(key, all);
        });
  }

  /** Pairs each value with the key that it is joined by. */
  PTransform<PCollection<V>, PCollection<KV<String, RawUnionValue>>> by(
      SerializableFunction<V, String> key, KvCoder<String, RawUnionValue> keyed) {
    return new PTransform<>() {
      @Override
      public PCollection<KV<String, RawUnionValue>> expand(PCollection<V> values) {
        return values.apply("ByKey", ParDo.of(new KeyFn<>(tag, key))).setCoder(keyed);
      }
    };
  }

  private static final class KeyFn<V> extends DoFn<V, KV<String, RawUnionValue>> {
    private final int tag;
    private final SerializableFunction<V, String> key;

    private KeyFn(int tag, SerializableFunction<V, String> key) {
      this.tag = tag;
      this.key = key;
    }

    @ProcessElement
    public void process(@Element V value, OutputReceiver<KV<String, RawUnionValue>> out) {
      out.output(KV.of(key.apply(value), new RawUnionValue(tag, value)));
    }
  }
}
