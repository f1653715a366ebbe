package dev.newsfold.flow;

import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.EncodedRecord;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.join.UnionCoder;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts the encoded records of a bundle together by their {@link WriteKey}: there are many records
 * and few files, and a runner would sort all of them by keys that are nearly all equal.
 *
 * <p>A large record is written at once, and its file handed on in its place: Flink sorts nothing
 * that is larger than a sort buffer, of which it has as little as 5 MB. That it leaves by the same
 * way spares an output, to which Flink would write down all the others as well.
 *
 * <p>It is for batches, whose records to be written are all in the global window.
 */
final class GatherRecords extends DoFn<KV<String, EncodedRecord>, KV<String, RawUnionValue>> {
  private static final int RECORDS = 0;
  private static final int FILE = 1;

  static final UnionCoder GATHERED =
      UnionCoder.of(
          List.of(ListCoder.of(new EncodedRecordCoder()), RecordCoder.of(StagedFile.class)));

  /** Bytes above which a record has a file of its own. */
  private static final int LARGE = 1 << 20;

  /** How many bytes of records of a file leave together. */
  static final int FULL = 1 << 16;

  /** How many bytes are held of all; beyond it all of them leave. */
  static final long MOST = 8 << 20;

  private final String output;
  private transient @Nullable Map<String, Gathered> held;
  private transient long bytes;

  /**
   * The function.
   *
   * @param output the folder that large records are written below
   */
  GatherRecords(String output) {
    this.output = output;
  }

  /** The records that are handed on; none in place of a file. */
  @SuppressWarnings("unchecked") // The tag says the type.
  static List<EncodedRecord> records(RawUnionValue gathered) {
    return gathered.getUnionTag() == RECORDS
        ? (List<EncodedRecord>) gathered.getValue()
        : List.of();
  }

  /** The file that is handed on in place of a record; null if there are records. */
  static @Nullable StagedFile file(RawUnionValue gathered) {
    return gathered.getUnionTag() == FILE ? (StagedFile) gathered.getValue() : null;
  }

  @StartBundle
  public void start() {
    held = new HashMap<>();
    bytes = 0;
  }

  @ProcessElement
  public void process(
      @Element KV<String, EncodedRecord> item,
      @Timestamp Instant time,
      PipelineOptions options,
      OutputReceiver<KV<String, RawUnionValue>> out)
      throws IOException {
    if (item.getValue().bytes().length > LARGE) {
      StagedFile file = write(output, item.getKey(), List.of(item.getValue()), options);
      out.output(KV.of(item.getKey(), new RawUnionValue(FILE, file)));
      return;
    }
    Map<String, Gathered> files = Objects.requireNonNull(held);
    Gathered gathered = files.computeIfAbsent(item.getKey(), key -> new Gathered(time));
    int size = gathered.add(item.getValue(), time);
    bytes += size;
    if (gathered.bytes >= FULL) {
      files.remove(item.getKey());
      bytes -= gathered.bytes;
      out.outputWithTimestamp(gathered.under(item.getKey()), gathered.time);
    } else if (bytes >= MOST) {
      files.forEach((key, all) -> out.outputWithTimestamp(all.under(key), all.time));
      start();
    }
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    Objects.requireNonNull(held)
        .forEach((key, all) -> context.output(all.under(key), all.time, GlobalWindow.INSTANCE));
    held = null;
  }

  /** What leaves while another comes may be earlier than it, but is of the same bundle. */
  @Override
  @Deprecated // as in DoFn, where nothing has replaced it
  public Duration getAllowedTimestampSkew() {
    return Duration.millis(Long.MAX_VALUE);
  }

  /** Writes a file of what {@code name}, the text of a {@link WriteKey}, stands for. */
  static StagedFile write(
      String output, String name, List<EncodedRecord> records, PipelineOptions options)
      throws IOException {
    WriteKey key = WriteKey.parse(name);
    return AvroFiles.fill(
        Stores.of(options).folder(output), key.dataset(), key.partition(), key.run(), records);
  }

  private static final class Gathered {
    private final List<EncodedRecord> records = new ArrayList<>();
    private int bytes;

    /** The earliest: none of these may be late where it would not be late by itself. */
    private Instant time;

    private Gathered(Instant time) {
      this.time = time;
    }

    private KV<String, RawUnionValue> under(String key) {
      return KV.of(key, new RawUnionValue(RECORDS, records));
    }

    private int add(EncodedRecord item, Instant at) {
      records.add(item);
      int size = item.size();
      bytes += size;
      if (at.isBefore(time)) {
        time = at;
      }
      return size;
    }
  }
}
