package dev.newsfold.flow;

import dev.newsfold.records.Committable;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.EncodedRecord;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes the records of a stream, of all datasets as {@link EncodeRecords} has encoded them, in
 * batches by {@link WriteKey}, and yields a notice of each file that lies in its place. {@code
 * package-info} says why no record is lost or doubled.
 */
public final class WriteLive
    extends PTransform<PCollection<KV<String, EncodedRecord>>, PCollection<Committable>> {
  private final String output;
  private final Duration longest;

  private WriteLive(String output, Duration longest) {
    this.output = output;
    this.longest = longest;
  }

  /**
   * Writes below the folder {@code output}.
   *
   * @param longest how long a record waits for others of its key
   */
  public static WriteLive to(String output, Duration longest) {
    return new WriteLive(output, longest);
  }

  @Override
  public PCollection<Committable> expand(PCollection<KV<String, EncodedRecord>> records) {
    return records
        .apply(
            "Batch",
            GroupIntoBatches.<String, EncodedRecord>ofByteSize(WriteRecords.FILE_BYTES)
                .withMaxBufferingDuration(org.joda.time.Duration.millis(longest.toMillis())))
        .apply("Write", ParDo.of(new WriteFn(output)))
        .setCoder(RecordCoder.of(Committable.class));
  }

  private static final class WriteFn
      extends DoFn<KV<String, Iterable<EncodedRecord>>, Committable> {
    private final String output;

    private WriteFn(String output) {
      this.output = output;
    }

    @RequiresStableInput
    @ProcessElement
    public void process(
        @Element KV<String, Iterable<EncodedRecord>> batch,
        PipelineOptions options,
        OutputReceiver<Committable> out)
        throws IOException {
      WriteKey key = WriteKey.parse(batch.getKey());
      List<EncodedRecord> records = new ArrayList<>();
      batch.getValue().forEach(records::add);
      out.output(
          Committable.newBuilder()
              .setFile(
                  AvroFiles.write(
                      Stores.of(options).folder(output), key.dataset(), key.partition(), records))
              .build());
    }
  }
}
