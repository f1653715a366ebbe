package dev.newsfold.flow;

import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.EncodedRecord;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Writes what {@link EncodeRecords} has encoded, of all datasets, below the output folder, in files
 * of about {@link #FILE_BYTES} at most, and yields what it wrote. A file is named by its content: a
 * bundle that is tried again writes it again, in the same place. Files of an attempt that failed
 * stay there, but no manifest names them, so they are never seen, and a later run removes them.
 */
public final class WriteRecords
    extends PTransform<PCollection<KV<String, EncodedRecord>>, PCollection<StagedFile>> {
  /** How many encoded bytes of records are held and written at once. */
  static final long FILE_BYTES = 32L << 20;

  /**
   * Bytes above which a record has a file of its own: Flink sorts no record that is larger than a
   * sort buffer, of which it has as little as 5 MB.
   */
  private static final int LARGE = 1 << 20;

  private static final TupleTag<KV<String, List<EncodedRecord>>> SMALL = new TupleTag<>("small") {};
  private static final TupleTag<StagedFile> WRITTEN = new TupleTag<>("written") {};

  private final String output;
  private final Grouping grouping;

  private WriteRecords(String output, Grouping grouping) {
    this.output = output;
    this.grouping = grouping;
  }

  /** Writes below the folder {@code output}. */
  public static WriteRecords to(String output, Grouping grouping) {
    return new WriteRecords(output, grouping);
  }

  @Override
  public PCollection<StagedFile> expand(PCollection<KV<String, EncodedRecord>> records) {
    RecordCoder<StagedFile> files = RecordCoder.of(StagedFile.class);
    PCollectionTuple parts =
        records
            .apply("Gather", ParDo.of(new GatherRecords()))
            .setCoder(GatherRecords.CODER)
            .apply(
                "WriteLarge",
                ParDo.of(new WriteLargeFn(output))
                    .withOutputTags(SMALL, TupleTagList.of(WRITTEN)));
    PCollection<StagedFile> batches =
        parts
            .get(SMALL)
            .setCoder(GatherRecords.CODER)
            .apply("ByFile", grouping.group(GatherRecords.CODER.getValueCoder()))
            .apply("Write", ParDo.of(new WriteFn(output)))
            .setCoder(files);
    return PCollectionList.of(batches)
        .and(parts.get(WRITTEN).setCoder(files))
        .apply("Files", Flatten.pCollections());
  }

  private static final class WriteLargeFn
      extends DoFn<KV<String, List<EncodedRecord>>, KV<String, List<EncodedRecord>>> {
    private final String output;

    private WriteLargeFn(String output) {
      this.output = output;
    }

    @ProcessElement
    public void process(
        @Element KV<String, List<EncodedRecord>> item,
        PipelineOptions options,
        MultiOutputReceiver out)
        throws IOException {
      if (item.getValue().stream().allMatch(one -> one.bytes().length <= LARGE)) {
        out.get(SMALL).output(item);
        return;
      }
      WriteKey key = WriteKey.parse(item.getKey());
      out.get(WRITTEN)
          .output(
              AvroFiles.fill(
                  Stores.of(options).folder(output),
                  key.dataset(),
                  key.partition(),
                  key.run(),
                  item.getValue()));
    }
  }

  private static final class WriteFn
      extends DoFn<KV<String, Iterable<KV<String, List<EncodedRecord>>>>, StagedFile> {
    private final String output;

    private WriteFn(String output) {
      this.output = output;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, List<EncodedRecord>>>> batch,
        PipelineOptions options,
        OutputReceiver<StagedFile> out)
        throws IOException {
      Map<String, OpenFile> open = new TreeMap<>();
      for (KV<String, List<EncodedRecord>> item : batch.getValue()) {
        OpenFile file = open.computeIfAbsent(item.getKey(), key -> new OpenFile());
        file.add(item.getValue());
        if (file.bytes >= FILE_BYTES) {
          open.remove(item.getKey());
          out.output(write(item.getKey(), file.records, options));
        }
      }
      for (Map.Entry<String, OpenFile> rest : open.entrySet()) {
        out.output(write(rest.getKey(), rest.getValue().records, options));
      }
    }

    private StagedFile write(String name, List<EncodedRecord> records, PipelineOptions options)
        throws IOException {
      WriteKey key = WriteKey.parse(name);
      return AvroFiles.fill(
          Stores.of(options).folder(output), key.dataset(), key.partition(), key.run(), records);
    }

    private static final class OpenFile {
      private final List<EncodedRecord> records = new ArrayList<>();
      private long bytes;

      private void add(List<EncodedRecord> some) {
        records.addAll(some);
        some.forEach(one -> bytes += one.bytes().length);
      }
    }
  }
}
