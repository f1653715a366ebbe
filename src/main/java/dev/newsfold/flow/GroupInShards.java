package dev.newsfold.flow;

import dev.newsfold.flow.Block.BlockCoder;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Groups values in shards within one process, those of a bundle encoded together. With each bundle
 * that comes in, the DirectRunner copies all that a group holds until then, by encoding and
 * decoding it: that time grows with the square of the input, and of bytes it is short.
 *
 * <p>What is more than a few megabytes waits on disk ({@link SpillFile}). A shard that holds more
 * is handed on in several groups, which share no key; one at a time, where groupings are {@link
 * Grouping#inTurns}, but for the first few megabytes of a bundle.
 */
final class GroupInShards<V>
    extends PTransform<
        PCollection<KV<String, V>>, PCollection<KV<String, Iterable<KV<String, V>>>>> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  /** What a step that follows may hold of a shard at once, encoded. */
  private static final long GROUP = 1 << 20;

  /**
   * What is handed on in one bundle where groupings are in turns. A turn is a bundle, and a bundle
   * takes a millisecond in each step that follows: too much for each of a thousand small windows.
   */
  private static final long AT_ONCE = 4 * GROUP;

  /**
   * What is less is handed on at once, whatever is already. The runner copies its notes of all
   * windows with each bundle: turns of twelve thousand days came to no end in minutes.
   */
  private static final long WORTH_A_TURN = 1 << 15;

  /** Shards that are handed on in turns. */
  private static final TupleTag<KV<String, List<List<Block>>>> MANY = new TupleTag<>("many") {};

  private static final Coder<KV<String, List<List<Block>>>> DIVISION =
      KvCoder.of(STRING, ListCoder.of(ListCoder.of(new BlockCoder())));

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
    PCollection<KV<String, Iterable<Block>>> blocks = blocks(keyed, shards, coder, spill);
    Coder<KV<String, Iterable<KV<String, V>>>> groups = KvCoder.of(STRING, IterableCoder.of(coder));
    if (!inTurns) {
      return blocks
          .apply("Decode", ParDo.of(new DecodeFn<>(shards, Long.MAX_VALUE, coder, spill)))
          .setCoder(groups);
    }
    TupleTag<KV<String, Iterable<KV<String, V>>>> few = new TupleTag<>("few") {};
    PCollectionTuple divided =
        blocks.apply(
            "Divide",
            ParDo.of(new DecodeFn<>(shards, AT_ONCE, coder, spill))
                .withOutputTags(few, TupleTagList.of(MANY)));
    PCollection<KV<String, Iterable<KV<String, V>>>> many =
        divided
            .get(MANY)
            .setCoder(DIVISION)
            .apply("Decode", ParDo.of(new DecodeInTurns<>(coder, spill)))
            .setCoder(groups);
    return PCollectionList.of(divided.get(few).setCoder(groups))
        .and(many)
        .apply("Decoded", Flatten.pCollections());
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
        .setCoder(DIVISION);
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

  /** Decodes the groups of shards, as far as a bundle may hold them; hands on the other shards. */
  private static final class DecodeFn<T>
      extends SpillingFn<KV<String, Iterable<Block>>, KV<String, Iterable<T>>> {
    private final int shards;
    private final long most;
    private final Coder<T> coder;
    private transient long bytes;

    private DecodeFn(int shards, long most, Coder<T> coder, long spill) {
      super(spill);
      this.shards = shards;
      this.most = most;
      this.coder = coder;
    }

    @StartBundle
    public void start() {
      bytes = 0;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<Block>> shard,
        OutputReceiver<KV<String, Iterable<T>>> out,
        MultiOutputReceiver others)
        throws IOException {
      SpillFile file = file();
      List<List<Block>> groups = BlockGroups.divide(shard.getValue(), shards, GROUP, file);
      long size = groups.stream().flatMap(List::stream).mapToLong(Block::length).sum();
      if (size > most - bytes && size > WORTH_A_TURN) {
        others.get(MANY).output(KV.of(shard.getKey(), groups));
        return;
      }
      bytes += size;
      for (List<Block> group : groups) {
        out.output(KV.of(shard.getKey(), () -> new BlockItems<>(coder, group.iterator(), file)));
      }
    }
  }
}
