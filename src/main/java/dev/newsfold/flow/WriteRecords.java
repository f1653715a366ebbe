package dev.newsfold.flow;

import dev.newsfold.records.StagedFile;
import dev.newsfold.records.Story;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Writes the records of one dataset below the output folder, in files of at most {@link
 * #BATCH_BYTES} of one partition, and yields what it wrote. Several workers write what has no
 * partitions ({@link WriteKey}). A file is named by its content: a bundle that is tried again
 * writes it again, in the same place. Files of an attempt that failed stay there, but no manifest
 * names them, so they are never seen, and a later run removes them.
 */
public final class WriteRecords<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<StagedFile>> {
  /** How many encoded bytes of records are held and written at once. */
  public static final long BATCH_BYTES = 32L << 20;

  /**
   * Members of a story, each about two hundred bytes, above which it has a file of its own: Flink
   * sorts no record that is larger than a sort buffer, of which it has as little as 5 MB.
   */
  private static final int MEMBERS = 2_000;

  private static final TupleTag<StagedFile> WRITTEN = new TupleTag<>("written") {};

  /** Between a key and a run; in neither. */
  private static final char OWNER = '\t';

  private final Dataset dataset;
  private final String output;
  private final SerializableFunction<T, String> run;
  private final Grouping grouping;

  private WriteRecords(
      Dataset dataset, String output, SerializableFunction<T, String> run, Grouping grouping) {
    this.dataset = dataset;
    this.output = output;
    this.run = run;
    this.grouping = grouping.narrowed();
  }

  /** Writes records of {@code dataset} below the folder {@code output}. */
  public static <T extends SpecificRecord> WriteRecords<T> to(
      Dataset dataset, String output, Grouping grouping) {
    return new WriteRecords<>(dataset, output, item -> "", grouping);
  }

  /** The same, with the records of each run in files of their own; empty stands for no run. */
  public WriteRecords<T> ownedBy(SerializableFunction<T, String> run) {
    return new WriteRecords<>(dataset, output, run, grouping);
  }

  @Override
  public PCollection<StagedFile> expand(PCollection<T> records) {
    Coder<T> coder = records.getCoder();
    RecordCoder<StagedFile> files = RecordCoder.of(StagedFile.class);
    PCollectionTuple parts =
        records.apply(
            "ByKey",
            ParDo.of(new PartitionFn<>(new WriteKey(dataset, grouping.writers()), output, run))
                .withOutputTags(PartitionFn.small(), TupleTagList.of(WRITTEN)));
    PCollection<StagedFile> batches =
        parts
            .get(PartitionFn.<T>small())
            .setCoder(KvCoder.of(StringUtf8Coder.of(), coder))
            .apply("Spread", grouping.spread(coder))
            .apply("Batch", GroupIntoBatches.ofByteSize(BATCH_BYTES))
            .apply("Write", ParDo.of(new WriteFn<>(dataset, output)))
            .setCoder(files);
    return PCollectionList.of(batches)
        .and(parts.get(WRITTEN).setCoder(files))
        .apply("Files", Flatten.pCollections());
  }

  /**
   * Says with which others a record is written. A story too large to be sorted with others is
   * written here.
   */
  private static final class PartitionFn<T extends SpecificRecord> extends DoFn<T, KV<String, T>> {
    private static final String SMALL = "small";

    private final WriteKey key;
    private final String output;
    private final SerializableFunction<T, String> run;

    private PartitionFn(WriteKey key, String output, SerializableFunction<T, String> run) {
      this.key = key;
      this.output = output;
      this.run = run;
    }

    private static <T> TupleTag<KV<String, T>> small() {
      return new TupleTag<>(SMALL);
    }

    @ProcessElement
    public void process(@Element T item, PipelineOptions options, MultiOutputReceiver out)
        throws IOException {
      String owner = run.apply(item);
      if (item instanceof Story story && story.getMembers().size() > MEMBERS) {
        out.get(WRITTEN)
            .output(
                AvroFiles.fill(
                    Stores.of(options).folder(output), key.dataset(), owner, List.of(item)));
      } else {
        out.get(PartitionFn.<T>small()).output(KV.of(key.of(item) + OWNER + owner, item));
      }
    }
  }

  private static final class WriteFn<T extends SpecificRecord>
      extends DoFn<KV<String, Iterable<KV<String, T>>>, StagedFile> {
    private final Dataset dataset;
    private final String output;

    private WriteFn(Dataset dataset, String output) {
      this.dataset = dataset;
      this.output = output;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, T>>> batch,
        PipelineOptions options,
        OutputReceiver<StagedFile> out)
        throws IOException {
      for (Map.Entry<String, List<T>> part : Grouping.split(batch.getValue()).entrySet()) {
        String run = part.getKey().substring(part.getKey().indexOf(OWNER) + 1);
        out.output(
            AvroFiles.fill(Stores.of(options).folder(output), dataset, run, part.getValue()));
      }
    }
  }
}
