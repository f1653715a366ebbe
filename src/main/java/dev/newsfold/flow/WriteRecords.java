package dev.newsfold.flow;

import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes the records of one dataset below a staging folder, in files of at most {@link
 * #BATCH_BYTES} a partition, and yields what it wrote. A file is named by its content: a bundle
 * that is tried again writes it again, in the same place. Files of an attempt that failed stay in
 * the staging folder, but nothing names them, so they are never published.
 */
public final class WriteRecords<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<StagedFile>> {
  /** How many encoded bytes of records are held and written at once. */
  public static final long BATCH_BYTES = 32L << 20;

  /** Between a partition and a run; in neither. */
  private static final char OWNER = '\t';

  private final Dataset dataset;
  private final String staging;
  private final SerializableFunction<T, String> run;
  private final Grouping grouping;

  private WriteRecords(
      Dataset dataset, String staging, SerializableFunction<T, String> run, Grouping grouping) {
    this.dataset = dataset;
    this.staging = staging;
    this.run = run;
    this.grouping = grouping.narrowed();
  }

  /** Writes records of {@code dataset} below the folder {@code staging}. */
  public static <T extends SpecificRecord> WriteRecords<T> to(
      Dataset dataset, String staging, Grouping grouping) {
    return new WriteRecords<>(dataset, staging, item -> "", grouping);
  }

  /** The same, with the records of each run in files of their own; empty stands for no run. */
  public WriteRecords<T> ownedBy(SerializableFunction<T, String> run) {
    return new WriteRecords<>(dataset, staging, run, grouping);
  }

  @Override
  public PCollection<StagedFile> expand(PCollection<T> records) {
    Coder<T> coder = records.getCoder();
    return records
        .apply("ByPartition", ParDo.of(new PartitionFn<>(dataset, run)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), coder))
        .apply("Spread", grouping.spread(coder))
        .apply("Batch", GroupIntoBatches.ofByteSize(BATCH_BYTES))
        .apply("Write", ParDo.of(new WriteFn<>(dataset, staging)))
        .setCoder(AvroCoder.specific(StagedFile.class));
  }

  private static final class PartitionFn<T extends SpecificRecord> extends DoFn<T, KV<String, T>> {
    private final Dataset dataset;
    private final SerializableFunction<T, String> run;

    private PartitionFn(Dataset dataset, SerializableFunction<T, String> run) {
      this.dataset = dataset;
      this.run = run;
    }

    @ProcessElement
    public void process(@Element T item, OutputReceiver<KV<String, T>> out) {
      out.output(KV.of(dataset.partitionOf(item) + OWNER + run.apply(item), item));
    }
  }

  private static final class WriteFn<T extends SpecificRecord>
      extends DoFn<KV<String, Iterable<KV<String, T>>>, StagedFile> {
    private final Dataset dataset;
    private final String staging;

    private WriteFn(Dataset dataset, String staging) {
      this.dataset = dataset;
      this.staging = staging;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, T>>> batch, OutputReceiver<StagedFile> out)
        throws IOException {
      for (Map.Entry<String, List<T>> part : Grouping.split(batch.getValue()).entrySet()) {
        String run = part.getKey().substring(part.getKey().indexOf(OWNER) + 1);
        out.output(AvroFiles.write(Path.of(staging), dataset, run, part.getValue()));
      }
    }
  }
}
