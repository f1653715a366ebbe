package dev.newsfold.flow;

import dev.newsfold.flow.Block.BlockCoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;
import org.joda.time.Instant;

/**
 * Groups values in shards within one process, those of a bundle encoded together. With each bundle
 * that comes in, the DirectRunner copies all that a group holds until then, by encoding and
 * decoding it: that time grows with the square of the input, and of bytes it is short.
 *
 * <p>What is more than a few megabytes waits on disk ({@link SpillFile}). A shard that holds more
 * is handed on in several groups, which share no key.
 */
final class GroupInShards<V>
    extends PTransform<
        PCollection<KV<String, V>>, PCollection<KV<String, Iterable<KV<String, V>>>>> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  private final int shards;
  private final Coder<KV<String, V>> coder;

  GroupInShards(int shards, Coder<V> coder) {
    this.shards = shards;
    this.coder = KvCoder.of(STRING, coder);
  }

  @Override
  public PCollection<KV<String, Iterable<KV<String, V>>>> expand(PCollection<KV<String, V>> keyed) {
    long spill = SpillFile.newKey();
    return keyed
        .apply("Encode", ParDo.of(new EncodeFn<>(shards, coder, spill)))
        .setCoder(KvCoder.of(STRING, new BlockCoder()))
        .apply("Group", GroupByKey.create())
        .apply("Decode", ParDo.of(new DecodeFn<>(shards, coder, spill)))
        .setCoder(KvCoder.of(STRING, IterableCoder.of(coder)));
  }

  /** A step that keeps or reads blocks. */
  private abstract static class SpillingFn<I, O> extends DoFn<I, O> {
    private final long spill;
    private transient @Nullable SpillFile file;

    private SpillingFn(long spill) {
      this.spill = spill;
    }

    @Setup
    public void setUp() {
      file = SpillFile.acquire(spill);
    }

    @Teardown
    public void tearDown() {
      if (file != null) {
        file.release();
        file = null;
      }
    }

    SpillFile file() {
      if (file == null) {
        throw new IllegalStateException("not set up");
      }
      return file;
    }
  }

  private static final class EncodeFn<V> extends SpillingFn<KV<String, V>, KV<String, Block>> {
    /** What is large enough: longer arrays are hard to find room for. */
    private static final int FULL = 1 << 20;

    private final int shards;
    private final Coder<KV<String, V>> coder;
    private transient Map<Shard, Open> open = new HashMap<>();
    private transient List<Closed> closed = new ArrayList<>();

    private EncodeFn(int shards, Coder<KV<String, V>> coder, long spill) {
      super(spill);
      this.shards = shards;
      this.coder = coder;
    }

    @StartBundle
    public void start() {
      open = new HashMap<>();
      closed = new ArrayList<>();
    }

    @ProcessElement
    public void process(@Element KV<String, V> item, @Timestamp Instant time, BoundedWindow window)
        throws IOException {
      int hash = item.getKey().hashCode();
      Shard shard = new Shard(Math.floorMod(hash, shards), window);
      Open block = open.computeIfAbsent(shard, s -> new Open(time));
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      coder.encode(item, encoded);
      Block.append(hash, encoded.toByteArray(), 0, encoded.size(), block.bytes);
      if (time.isBefore(block.time)) {
        block.time = time;
      }
      if (block.bytes.size() >= FULL) {
        open.remove(shard);
        close(shard, block);
      }
    }

    private void close(Shard shard, Open block) throws IOException {
      closed.add(new Closed(shard, file().keep(block.bytes.toByteArray()), block.time));
    }

    @FinishBundle
    public void finish(FinishBundleContext context) throws IOException {
      for (Map.Entry<Shard, Open> rest : open.entrySet()) {
        close(rest.getKey(), rest.getValue());
      }
      for (Closed block : closed) {
        context.output(
            KV.of(Integer.toString(block.shard.number), block.block),
            block.time,
            block.shard.window);
      }
      start();
    }

    private record Shard(int number, BoundedWindow window) {}

    private record Closed(Shard shard, Block block, Instant time) {}

    private static final class Open {
      private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

      /** The earliest: none of these may be late where it would not be late by itself. */
      private Instant time;

      private Open(Instant time) {
        this.time = time;
      }
    }
  }

  private static final class DecodeFn<T>
      extends SpillingFn<KV<String, Iterable<Block>>, KV<String, Iterable<T>>> {
    /** What a step that follows may hold of a shard at once, encoded. */
    private static final long GROUP = 4 << 20;

    private static final int MOST_GROUPS = 256;
    private static final int FULL = 1 << 16;

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
      List<Block> blocks = new ArrayList<>();
      shard.getValue().forEach(blocks::add);
      long bytes = blocks.stream().mapToLong(Block::length).sum();
      int groups = (int) Math.min(1 + bytes / GROUP, MOST_GROUPS);
      SpillFile file = file();
      for (List<Block> group : groups == 1 ? List.of(blocks) : divide(blocks, groups)) {
        out.output(KV.of(shard.getKey(), () -> new Decoded<>(coder, group.iterator(), file)));
      }
    }

    private List<List<Block>> divide(List<Block> blocks, int groups) throws IOException {
      List<List<Block>> divided = new ArrayList<>();
      List<ByteArrayOutputStream> open = new ArrayList<>();
      for (int i = 0; i < groups; i++) {
        divided.add(new ArrayList<>());
        open.add(new ByteArrayOutputStream());
      }
      for (Block block : blocks) {
        byte[] bytes = file().read(block);
        BlockReader reader = new BlockReader(bytes);
        while (!reader.isAtEnd()) {
          reader.next();
          int group = Math.floorMod(Math.floorDiv(reader.hash(), shards), groups);
          ByteArrayOutputStream there = open.get(group);
          Block.append(reader.hash(), bytes, reader.start(), reader.length(), there);
          if (there.size() >= FULL) {
            divided.get(group).add(file().keep(there.toByteArray()));
            there.reset();
          }
        }
      }
      for (int i = 0; i < groups; i++) {
        divided.get(i).add(file().keep(open.get(i).toByteArray()));
      }
      return divided;
    }
  }

  private static final class Decoded<T> implements Iterator<T> {
    private final Coder<T> coder;
    private final Iterator<Block> blocks;
    private final SpillFile file;
    private BlockReader reader = new BlockReader(new byte[0]);

    private Decoded(Coder<T> coder, Iterator<Block> blocks, SpillFile file) {
      this.coder = coder;
      this.blocks = blocks;
      this.file = file;
    }

    @Override
    public boolean hasNext() {
      while (reader.isAtEnd() && blocks.hasNext()) {
        try {
          reader = new BlockReader(file.read(blocks.next()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return !reader.isAtEnd();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        reader.next();
        return coder.decode(reader.item());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
