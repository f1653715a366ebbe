package dev.newsfold.flow;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
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
import org.apache.beam.sdk.util.CoderUtils;
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
  private static final ByteArrayCoder BYTES = ByteArrayCoder.of();

  /** How many bytes of a packed key are the hash. */
  private static final int HASH = Integer.BYTES;

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
      return keyed
          .apply("Pack", ParDo.of(new PackFn<>(coder)))
          .setCoder(KvCoder.of(BYTES, BYTES))
          .apply("Group", GroupByKey.create())
          .apply("Unpack", ParDo.of(new UnpackFn<>(coder)))
          .setCoder(KvCoder.of(STRING, IterableCoder.of(KvCoder.of(STRING, coder))));
    }
    return keyed
        .apply("Spread", ParDo.of(new SpreadFn<V>()))
        .setCoder(KvCoder.of(STRING, KvCoder.of(STRING, coder)))
        .apply(
            "Rounds", Window.into(FixedWindows.of(org.joda.time.Duration.millis(round.toMillis()))))
        .apply("Group", GroupByKey.create())
        // What a step remembers from round to round belongs to no round.
        .apply("AllRounds", Window.into(new GlobalWindows()));
  }

  /** Names each value by its key. */
  private static final class SpreadFn<V> extends DoFn<KV<String, V>, KV<String, KV<String, V>>> {
    @ProcessElement
    public void process(
        @Element KV<String, V> item, OutputReceiver<KV<String, KV<String, V>>> out) {
      out.output(KV.of(item.getKey(), item));
    }
  }

  /**
   * Encodes values and keys ahead of a grouping. A runner decodes and encodes what it groups
   * several times over: to send it, to sort it, to write it to disk and read it again. Bytes are
   * copied.
   *
   * <p>A key is behind its hash. Flink sorts by the first sixteen bytes, and looks at whole records
   * where these agree, as those of addresses do.
   */
  private static final class PackFn<V> extends DoFn<KV<String, V>, KV<byte[], byte[]>> {
    private final Coder<V> coder;

    private PackFn(Coder<V> coder) {
      this.coder = coder;
    }

    @ProcessElement
    public void process(@Element KV<String, V> item, OutputReceiver<KV<byte[], byte[]>> out)
        throws CoderException {
      String key = item.getKey();
      byte[] text = key.getBytes(StandardCharsets.UTF_8);
      byte[] packed =
          ByteBuffer.allocate(HASH + text.length).putInt(Arrays.hashCode(text)).put(text).array();
      out.output(KV.of(packed, CoderUtils.encodeToByteArray(coder, item.getValue())));
    }
  }

  private static final class UnpackFn<V>
      extends DoFn<KV<byte[], Iterable<byte[]>>, KV<String, Iterable<KV<String, V>>>> {
    private final Coder<V> coder;

    private UnpackFn(Coder<V> coder) {
      this.coder = coder;
    }

    @ProcessElement
    public void process(
        @Element KV<byte[], Iterable<byte[]>> group,
        OutputReceiver<KV<String, Iterable<KV<String, V>>>> out) {
      byte[] packed = group.getKey();
      String key = new String(packed, HASH, packed.length - HASH, StandardCharsets.UTF_8);
      out.output(KV.of(key, () -> new Named<>(key, coder, group.getValue().iterator())));
    }
  }

  private record Named<V>(String key, Coder<V> coder, Iterator<byte[]> values)
      implements Iterator<KV<String, V>> {
    @Override
    public boolean hasNext() {
      return values.hasNext();
    }

    @Override
    public KV<String, V> next() {
      try {
        return KV.of(key, CoderUtils.decodeFromByteArray(coder, values.next()));
      } catch (CoderException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
