package dev.newsfold.flow;

import java.time.Duration;
import java.util.Iterator;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Groups each key alone, its values with the key beside each, as {@link GroupInShards} has them.
 * The values of a group may be iterated once, by one step: a runner need not hold them.
 */
final class GroupEachKey<V>
    extends PTransform<
        PCollection<KV<String, V>>, PCollection<KV<String, Iterable<KV<String, V>>>>> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  private final @Nullable Duration round;
  private final Coder<V> coder;

  /**
   * @param round how long a round of a stream is; null in a batch
   */
  GroupEachKey(@Nullable Duration round, Coder<V> coder) {
    this.round = round;
    this.coder = coder;
  }

  @Override
  public PCollection<KV<String, Iterable<KV<String, V>>>> expand(PCollection<KV<String, V>> keyed) {
    if (round == null) {
      // Named behind the grouping: what is sorted and written has its key once.
      return keyed
          .apply("Group", GroupByKey.create())
          .apply("Name", ParDo.of(new NameFn<V>()))
          .setCoder(KvCoder.of(STRING, IterableCoder.of(KvCoder.of(STRING, coder))));
    }
    return keyed
        .apply("Spread", new Spread<>(coder))
        .apply(
            "Rounds", Window.into(FixedWindows.of(org.joda.time.Duration.millis(round.toMillis()))))
        .apply("Group", GroupByKey.create())
        // What a step remembers from round to round belongs to no round.
        .apply("AllRounds", Window.into(new GlobalWindows()));
  }

  /** Names each value by its key, for a grouping of another kind. */
  static final class Spread<V>
      extends PTransform<PCollection<KV<String, V>>, PCollection<KV<String, KV<String, V>>>> {
    private final Coder<V> coder;

    Spread(Coder<V> coder) {
      this.coder = coder;
    }

    @Override
    public PCollection<KV<String, KV<String, V>>> expand(PCollection<KV<String, V>> keyed) {
      return keyed
          .apply("Spread", ParDo.of(new SpreadFn<V>()))
          .setCoder(KvCoder.of(STRING, KvCoder.of(STRING, coder)));
    }
  }

  private static final class SpreadFn<V> extends DoFn<KV<String, V>, KV<String, KV<String, V>>> {
    @ProcessElement
    public void process(
        @Element KV<String, V> item, OutputReceiver<KV<String, KV<String, V>>> out) {
      out.output(KV.of(item.getKey(), item));
    }
  }

  private static final class NameFn<V>
      extends DoFn<KV<String, Iterable<V>>, KV<String, Iterable<KV<String, V>>>> {
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<V>> group,
        OutputReceiver<KV<String, Iterable<KV<String, V>>>> out) {
      String key = group.getKey();
      out.output(KV.of(key, () -> new Named<>(key, group.getValue().iterator())));
    }
  }

  private record Named<V>(String key, Iterator<V> values) implements Iterator<KV<String, V>> {
    @Override
    public boolean hasNext() {
      return values.hasNext();
    }

    @Override
    public KV<String, V> next() {
      return KV.of(key, values.next());
    }
  }
}
