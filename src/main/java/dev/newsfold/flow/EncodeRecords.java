package dev.newsfold.flow;

import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.EncodedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Encodes the records of one dataset, each under its {@link WriteKey}: all datasets are then
 * written by one step, {@link WriteRecords} in a batch and {@link WriteLive} in a stream.
 */
public final class EncodeRecords<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<KV<String, EncodedRecord>>> {
  static final KvCoder<String, EncodedRecord> CODER =
      KvCoder.of(StringUtf8Coder.of(), new EncodedRecordCoder());

  private final Dataset dataset;
  private final int writers;
  private final String run;

  private EncodeRecords(Dataset dataset, int writers, String run) {
    this.dataset = dataset;
    this.writers = writers;
    this.run = run;
  }

  /** Encodes records of {@code dataset} that no run owns. */
  public static <T extends SpecificRecord> EncodeRecords<T> of(Dataset dataset, Grouping grouping) {
    return new EncodeRecords<>(dataset, grouping.writers(), "");
  }

  /** The same, with the records in files that are a run's own; empty stands for no run. */
  public EncodeRecords<T> ownedBy(String owner) {
    return new EncodeRecords<>(dataset, writers, owner);
  }

  @Override
  public PCollection<KV<String, EncodedRecord>> expand(PCollection<T> records) {
    return records
        .apply("Encode", ParDo.of(new EncodeFn<T>(dataset, writers, run)))
        .setCoder(CODER);
  }

  /** A record under its key. */
  static KV<String, EncodedRecord> encode(
      Dataset dataset, SpecificRecord item, int writers, String run) {
    return KV.of(WriteKey.of(dataset, item, writers, run).text(), EncodedRecord.of(dataset, item));
  }

  /** The same of a record whose bytes are at hand. */
  static KV<String, EncodedRecord> encoded(
      Dataset dataset, SpecificRecord item, byte[] bytes, int writers, String run) {
    return KV.of(
        WriteKey.of(dataset, item, writers, run).text(), EncodedRecord.of(dataset, item, bytes));
  }

  private static final class EncodeFn<T extends SpecificRecord>
      extends DoFn<T, KV<String, EncodedRecord>> {
    private final Dataset dataset;
    private final int writers;
    private final String run;

    private EncodeFn(Dataset dataset, int writers, String run) {
      this.dataset = dataset;
      this.writers = writers;
      this.run = run;
    }

    @ProcessElement
    public void process(@Element T item, OutputReceiver<KV<String, EncodedRecord>> out) {
      out.output(encode(dataset, item, writers, run));
    }
  }
}
