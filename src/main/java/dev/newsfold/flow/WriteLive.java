package dev.newsfold.flow;

import dev.newsfold.records.Committable;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes the records of one dataset of a stream, in batches by {@link WriteKey}, and yields a
 * notice of each file that lies in its place. {@code package-info} says why no record is lost or
 * doubled.
 */
public final class WriteLive<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<Committable>> {
  private final Dataset dataset;
  private final String output;
  private final Duration longest;
  private final int writers;

  private WriteLive(Dataset dataset, String output, Duration longest, int writers) {
    this.dataset = dataset;
    this.output = output;
    this.longest = longest;
    this.writers = writers;
  }

  /**
   * Writes records of {@code dataset} below the folder {@code output}.
   *
   * @param longest how long a record waits for others of its key
   * @param writers in how many parts a dataset without partitions is written
   */
  public static <T extends SpecificRecord> WriteLive<T> to(
      Dataset dataset, String output, Duration longest, int writers) {
    return new WriteLive<>(dataset, output, longest, writers);
  }

  @Override
  public PCollection<Committable> expand(PCollection<T> records) {
    Coder<T> coder = records.getCoder();
    return records
        .apply("ByKey", ParDo.of(new KeyFn<>(new WriteKey(dataset, writers))))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), coder))
        .apply(
            "Batch",
            GroupIntoBatches.<String, T>ofByteSize(WriteRecords.BATCH_BYTES)
                .withMaxBufferingDuration(org.joda.time.Duration.millis(longest.toMillis())))
        .apply("Write", ParDo.of(new WriteFn<>(dataset, output)))
        .setCoder(RecordCoder.of(Committable.class));
  }

  private static final class KeyFn<T extends SpecificRecord> extends DoFn<T, KV<String, T>> {
    private final WriteKey key;

    private KeyFn(WriteKey key) {
      this.key = key;
    }

    @ProcessElement
    public void process(@Element T item, OutputReceiver<KV<String, T>> out) {
      out.output(KV.of(key.of(item), item));
    }
  }

  private static final class WriteFn<T extends SpecificRecord>
      extends DoFn<KV<String, Iterable<T>>, Committable> {
    private final Dataset dataset;
    private final String output;

    private WriteFn(Dataset dataset, String output) {
      this.dataset = dataset;
      this.output = output;
    }

    @RequiresStableInput
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<T>> batch,
        PipelineOptions options,
        OutputReceiver<Committable> out)
        throws IOException {
      List<T> records = new ArrayList<>();
      batch.getValue().forEach(records::add);
      out.output(
          Committable.newBuilder()
              .setFile(AvroFiles.write(Stores.of(options).folder(output), dataset, records))
              .build());
    }
  }
}
