package dev.newsfold.flow;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableBiFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * How values are brought together by key: each key alone, or several keys whose hashes agree in one
 * shard. Results are the same either way.
 *
 * <p>Each key alone is right where memory must not grow with the data. Shards are for the
 * DirectRunner: it starts a bundle for every key of a grouping, at a millisecond for each step that
 * follows.
 *
 * <p>A batch is grouped once, when all of it is there. A stream is grouped <i>in rounds</i>, fixed
 * windows of the time at which captures came: each step of a round takes place when the watermark
 * says that the step before it is done, so all steps of a round see the same captures.
 *
 * @param shards how many; 0 stands for each key alone
 * @param inTurns whether a large shard is handed on piece by piece, so that no step makes objects
 *     of all of it at once; that takes steps, and time, of its own
 * @param writers in how many parts a dataset without partitions is written
 * @param round how long a round is; null in a batch
 * @param watermark whether the runner has one, behind which what is stamped is late
 */
public record Grouping(
    int shards, boolean inTurns, int writers, @Nullable Duration round, boolean watermark)
    implements Serializable {
  /** Each key alone. */
  public static final Grouping BY_KEY = new Grouping(0, false, 1, null, true);

  private static final int MANY = 4096;
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  /** As few groups as there are shards, whatever the number of keys. */
  public static Grouping inShards(int shards) {
    return new Grouping(shards, false, 1, null, true);
  }

  /** The same for input that memory may not hold. */
  public Grouping handedOnInTurns() {
    return new Grouping(shards, shards > 0, writers, round, watermark);
  }

  /** The same, where datasets without partitions are written in so many parts. */
  public Grouping writtenIn(int parts) {
    return new Grouping(shards, inTurns, parts, round, watermark);
  }

  /** The same for a batch on a runner that knows no watermark, so that nothing is late. */
  public Grouping withoutWatermark() {
    return new Grouping(shards, inTurns, writers, round, false);
  }

  /** The same for a stream, where each key is alone. */
  public Grouping inRounds(Duration length) {
    return new Grouping(0, false, writers, length, watermark);
  }

  /** Whether several keys are brought together in one group. */
  boolean isSharded() {
    return shards > 0;
  }

  /** Whether a stream is grouped. */
  boolean isInRounds() {
    return round != null;
  }

  /** The same, but all keys in one shard where there are any: for groups that windows divide. */
  Grouping narrowed() {
    return shards == 0 ? this : new Grouping(1, inTurns, writers, round, watermark);
  }

  /** How many parts independent work is best dealt out in. */
  int buckets() {
    return shards == 0 ? MANY : 4 * shards;
  }

  /**
   * Groups by key; a group may hold the values of several keys, which {@link #split} tells apart.
   */
  <V>
      PTransform<PCollection<KV<String, V>>, PCollection<KV<String, Iterable<KV<String, V>>>>>
          group(Coder<V> coder) {
    return isSharded()
        ? new GroupInShards<>(shards, inTurns, coder)
        : new GroupEachKey<>(round, coder);
  }

  /** Reduces the values of each key; in rounds, to what changes with them. */
  <I, O> PTransform<PCollection<KV<String, Change<I>>>, PCollection<Change<O>>> reduce(
      Coder<I> coder, Coder<O> results, Reduction<I, O> reduction) {
    return new PTransform<>() {
      @Override
      public PCollection<Change<O>> expand(PCollection<KV<String, Change<I>>> keyed) {
        if (isSharded() && inTurns) {
          KvCoder<String, Change<I>> items = KvCoder.of(STRING, ChangeCoder.of(coder));
          long spill = SpillFile.newKey();
          return GroupInShards.divided(keyed, shards, items, spill)
              .apply("Reduce", ParDo.of(new ReduceInTurns<>(items, reduction, spill)))
              .setCoder(ChangeCoder.of(results));
        }
        return keyed
            .apply("Values", group(ChangeCoder.of(coder)))
            .apply(
                "Reduce",
                isInRounds()
                    ? ParDo.of(new ReduceInRounds<>(coder, results, reduction))
                    : ParDo.of(new ReduceFn<>(Grouping.this, reduction)))
            .setCoder(ChangeCoder.of(results));
      }
    };
  }

  /**
   * Merges the values of each key of a batch by an associative and commutative function that
   * changes neither of its arguments.
   */
  <V> PTransform<PCollection<KV<String, V>>, PCollection<KV<String, V>>> merge(
      Coder<V> coder, SerializableBiFunction<V, V, V> merge) {
    return new PTransform<>() {
      @Override
      public PCollection<KV<String, V>> expand(PCollection<KV<String, V>> keyed) {
        return keyed
            .apply("Precombine", ParDo.of(new PrecombineFn<>(merge)))
            .setCoder(KvCoder.of(STRING, coder))
            .apply("Combine", mergeFew(coder, merge));
      }
    };
  }

  /** The same where most keys have one value: nothing is gained by merging before they are sent. */
  <V> PTransform<PCollection<KV<String, V>>, PCollection<KV<String, V>>> mergeFew(
      Coder<V> coder, SerializableBiFunction<V, V, V> merge) {
    return new PTransform<>() {
      @Override
      public PCollection<KV<String, V>> expand(PCollection<KV<String, V>> keyed) {
        return keyed
            .apply("Group", group(coder))
            .apply("Merge", ParDo.of(new MergeFn<>(merge)))
            .setCoder(KvCoder.of(STRING, coder));
      }
    };
  }

  /** The values of a group by their keys, in the keys' order. */
  static <V> Map<String, List<V>> split(Iterable<KV<String, V>> group) {
    Map<String, List<V>> byKey = new TreeMap<>();
    for (KV<String, V> item : group) {
      byKey.computeIfAbsent(item.getKey(), key -> new ArrayList<>()).add(item.getValue());
    }
    return byKey;
  }

  /**
   * Hands on each key of a group with its values. Where each key is alone its values are not held,
   * however many they are, and can be iterated once.
   */
  <V> void forEachKey(
      KV<String, Iterable<KV<String, V>>> group, BiConsumer<String, Iterable<V>> each) {
    if (shards == 0) {
      each.accept(group.getKey(), () -> new ValueIterator<>(group.getValue().iterator()));
    } else {
      split(group.getValue()).forEach(each);
    }
  }

  private record ValueIterator<V>(Iterator<KV<String, V>> items) implements Iterator<V> {
    @Override
    public boolean hasNext() {
      return items.hasNext();
    }

    @Override
    public V next() {
      return items.next().getValue();
    }
  }
}
