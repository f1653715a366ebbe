package dev.newsfold.flow;

import dev.newsfold.sinks.EncodedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts the encoded records of a bundle together by their {@link WriteKey}: there are many records
 * and few files, and a runner would sort all of them by keys that are nearly all equal.
 */
final class GatherRecords extends DoFn<KV<String, EncodedRecord>, KV<String, List<EncodedRecord>>> {
  static final KvCoder<String, List<EncodedRecord>> CODER =
      KvCoder.of(StringUtf8Coder.of(), ListCoder.of(new EncodedRecordCoder()));

  /** How many bytes of records of a file leave together. */
  static final int FULL = 1 << 16;

  /** How many bytes are held of all; beyond it all of them leave. */
  static final long MOST = 8 << 20;

  private transient @Nullable Map<String, Gathered> held;
  private transient long bytes;

  @StartBundle
  public void start() {
    held = new HashMap<>();
    bytes = 0;
  }

  @ProcessElement
  public void process(
      @Element KV<String, EncodedRecord> item,
      @Timestamp Instant time,
      OutputReceiver<KV<String, List<EncodedRecord>>> out) {
    Map<String, Gathered> files = Objects.requireNonNull(held);
    Gathered gathered = files.computeIfAbsent(item.getKey(), key -> new Gathered(time));
    int size = gathered.add(item.getValue(), time);
    bytes += size;
    if (gathered.bytes >= FULL) {
      files.remove(item.getKey());
      bytes -= gathered.bytes;
      out.outputWithTimestamp(KV.of(item.getKey(), gathered.records), gathered.time);
    } else if (bytes >= MOST) {
      files.forEach((key, all) -> out.outputWithTimestamp(KV.of(key, all.records), all.time));
      start();
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    Objects.requireNonNull(held)
        .forEach(
            (key, all) ->
                context.output(KV.of(key, all.records), all.time, GlobalWindow.INSTANCE));
    held = null;
  }

  private static final class Gathered {
    private final List<EncodedRecord> records = new ArrayList<>();
    private int bytes;

    /** The earliest: none of these may be late where it would not be late by itself. */
    private Instant time;

    private Gathered(Instant time) {
      this.time = time;
    }

    private int add(EncodedRecord item, Instant at) {
      records.add(item);
      int size = item.bytes().length + item.order().length();
      bytes += size;
      if (at.isBefore(time)) {
        time = at;
      }
      return size;
    }
  }
}
