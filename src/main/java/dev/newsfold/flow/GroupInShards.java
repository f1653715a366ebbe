package dev.newsfold.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.ByteArrayCoder;
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
import org.joda.time.Instant;

/**
 * Groups values in shards, those of a bundle encoded together. With each bundle that comes in, the
 * DirectRunner copies all that a group holds until then, by encoding and decoding it: that time
 * grows with the square of the input, and of bytes it is short.
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
    return keyed
        .apply("Encode", ParDo.of(new EncodeFn<>(shards, coder)))
        .setCoder(KvCoder.of(STRING, ByteArrayCoder.of()))
        .apply("Group", GroupByKey.create())
        .apply("Decode", ParDo.of(new DecodeFn<>(coder)))
        .setCoder(KvCoder.of(STRING, IterableCoder.of(coder)));
  }

  private static final class EncodeFn<V> extends DoFn<KV<String, V>, KV<String, byte[]>> {
    /** What is large enough: longer arrays are hard to find room for. */
    private static final int FULL = 1 << 20;

    private final int shards;
    private final Coder<KV<String, V>> coder;
    private transient Map<Shard, Block> open = new HashMap<>();
    private transient List<Block> blocks = new ArrayList<>();

    private EncodeFn(int shards, Coder<KV<String, V>> coder) {
      this.shards = shards;
      this.coder = coder;
    }

    @StartBundle
    public void start() {
      open = new HashMap<>();
      blocks = new ArrayList<>();
    }

    @ProcessElement
    public void process(@Element KV<String, V> item, @Timestamp Instant time, BoundedWindow window)
        throws IOException {
      int number = Math.floorMod(item.getKey().hashCode(), shards);
      Shard shard = new Shard(Integer.toString(number), window);
      Block block = open.get(shard);
      if (block == null) {
        block = new Block(shard, time);
        open.put(shard, block);
        blocks.add(block);
      }
      coder.encode(item, block.bytes);
      if (time.isBefore(block.time)) {
        block.time = time;
      }
      if (block.bytes.size() >= FULL) {
        open.remove(shard);
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      for (Block block : blocks) {
        context.output(
            KV.of(block.shard.name, block.bytes.toByteArray()), block.time, block.shard.window);
      }
      start();
    }

    private record Shard(String name, BoundedWindow window) {}

    private static final class Block {
      private final Shard shard;
      private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

      /** The earliest: none of these may be late where it would not be late by itself. */
      private Instant time;

      private Block(Shard shard, Instant time) {
        this.shard = shard;
        this.time = time;
      }
    }
  }

  private static final class DecodeFn<T>
      extends DoFn<KV<String, Iterable<byte[]>>, KV<String, Iterable<T>>> {
    private final Coder<T> coder;

    private DecodeFn(Coder<T> coder) {
      this.coder = coder;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<byte[]>> group, OutputReceiver<KV<String, Iterable<T>>> out) {
      Iterable<byte[]> encoded = group.getValue();
      out.output(KV.of(group.getKey(), () -> new Decoded<>(coder, encoded.iterator())));
    }
  }

  private static final class Decoded<T> implements Iterator<T> {
    private final Coder<T> coder;
    private final Iterator<byte[]> encoded;
    private ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[0]);

    private Decoded(Coder<T> coder, Iterator<byte[]> encoded) {
      this.coder = coder;
      this.encoded = encoded;
    }

    @Override
    public boolean hasNext() {
      return bytes.available() > 0 || encoded.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (bytes.available() == 0) {
        bytes = new ByteArrayInputStream(encoded.next());
      }
      try {
        return coder.decode(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
