package dev.newsfold.flow;

import dev.newsfold.flow.Block.BlockCoder;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Groups values in shards within one process, those of a bundle encoded together. With each bundle
 * that comes in, the DirectRunner copies all that a group holds until then, by encoding and
 * decoding it: that time grows with the square of the input, and of bytes it is short.
 *
 * <p>What is more than a few megabytes waits on disk ({@link SpillFile}). A shard that holds more
 * is handed on in several groups, which share no key; one at a time, where groupings are {@link
 * Grouping#inTurns}.
 */
final class GroupInShards<V>
    extends PTransform<
        PCollection<KV<String, V>>, PCollection<KV<String, Iterable<KV<String, V>>>>> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  /** What a step that follows may hold of a shard at once, encoded. */
  private static final long GROUP = 1 << 20;

  private final int shards;
  private final boolean inTurns;
  private final Coder<KV<String, V>> coder;

  /**
   * @param inTurns whether the groups of a shard are handed on one at a time
   */
  GroupInShards(int shards, boolean inTurns, Coder<V> coder) {
    this.shards = shards;
    this.inTurns = inTurns;
    this.coder = KvCoder.of(STRING, coder);
  }

  @Override
  public PCollection<KV<String, Iterable<KV<String, V>>>> expand(PCollection<KV<String, V>> keyed) {
    long spill = SpillFile.newKey();
    PCollection<KV<String, Iterable<KV<String, V>>>> decoded =
        inTurns
            ? divided(keyed, shards, coder, spill)
                .apply("Decode", ParDo.of(new DecodeInTurns<>(coder, spill)))
            : blocks(keyed, shards, coder, spill)
                .apply("Decode", ParDo.of(new DecodeFn<>(shards, coder, spill)));
    return decoded.setCoder(KvCoder.of(STRING, IterableCoder.of(coder)));
  }

  private static <V> PCollection<KV<String, Iterable<Block>>> blocks(
      PCollection<KV<String, V>> keyed, int shards, Coder<KV<String, V>> coder, long spill) {
    return keyed
        .apply("Encode", ParDo.of(new EncodeBlocks<>(shards, coder, spill)))
        .setCoder(KvCoder.of(STRING, new BlockCoder()))
        .apply("Group", GroupByKey.create());
  }

  /** Shards, each divided into groups that share no key, in blocks that {@code spill} may keep. */
  static <V> PCollection<KV<String, List<List<Block>>>> divided(
      PCollection<KV<String, V>> keyed, int shards, Coder<KV<String, V>> coder, long spill) {
    return blocks(keyed, shards, coder, spill)
        .apply("Divide", ParDo.of(new DivideFn(shards, spill)))
        .setCoder(KvCoder.of(STRING, ListCoder.of(ListCoder.of(new BlockCoder()))));
  }

  private static final class DivideFn
      extends SpillingFn<KV<String, Iterable<Block>>, KV<String, List<List<Block>>>> {
    private final int shards;

    private DivideFn(int shards, long spill) {
      super(spill);
      this.shards = shards;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<Block>> shard,
        OutputReceiver<KV<String, List<List<Block>>>> out)
        throws IOException {
      out.output(
          KV.of(shard.getKey(), BlockGroups.divide(shard.getValue(), shards, GROUP, file())));
    }
  }

  private static final class DecodeFn<T>
      extends SpillingFn<KV<String, Iterable<Block>>, KV<String, Iterable<T>>> {
    private final int shards;
    private final Coder<T> coder;

    private DecodeFn(int shards, Coder<T> coder, long spill) {
      super(spill);
      this.shards = shards;
      this.coder = coder;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<Block>> shard, OutputReceiver<KV<String, Iterable<T>>> out)
        throws IOException {
      SpillFile file = file();
      for (List<Block> group : BlockGroups.divide(shard.getValue(), shards, GROUP, file)) {
        out.output(KV.of(shard.getKey(), () -> new BlockItems<>(coder, group.iterator(), file)));
      }
    }
  }
}
