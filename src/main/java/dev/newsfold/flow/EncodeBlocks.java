package dev.newsfold.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Instant;

/** Encodes the items of a bundle into blocks, a few for each shard and window. */
final class EncodeBlocks<V> extends SpillingFn<KV<String, V>, KV<String, Block>> {
  /** What is large enough: longer arrays are hard to find room for. */
  private static final int FULL = 1 << 20;

  private final int shards;
  private final Coder<KV<String, V>> coder;
  private transient Map<Shard, Open> open = new HashMap<>();
  private transient List<Closed> closed = new ArrayList<>();

  EncodeBlocks(int shards, Coder<KV<String, V>> coder, long spill) {
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
    Block.appendHead(hash, encoded.size(), block.bytes);
    encoded.writeTo(block.bytes);
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
          KV.of(Integer.toString(block.shard.number), block.block), block.time, block.shard.window);
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
