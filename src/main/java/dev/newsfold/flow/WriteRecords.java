package dev.newsfold.flow;

import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.EncodedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

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
    return records
        .apply("Gather", ParDo.of(new GatherRecords(output)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), GatherRecords.GATHERED))
        .apply("ByFile", grouping.group(GatherRecords.GATHERED))
        .apply("Write", ParDo.of(new WriteFn(output)))
        .setCoder(RecordCoder.of(StagedFile.class));
  }

  private static final class WriteFn
      extends DoFn<KV<String, Iterable<KV<String, RawUnionValue>>>, StagedFile> {
    private final String output;

    private WriteFn(String output) {
      this.output = output;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<KV<String, RawUnionValue>>> batch,
        PipelineOptions options,
        OutputReceiver<StagedFile> out)
        throws IOException {
      Map<String, OpenFile> open = new TreeMap<>();
      for (KV<String, RawUnionValue> item : batch.getValue()) {
        StagedFile written = GatherRecords.file(item.getValue());
        if (written != null) {
          out.output(written);
          continue;
        }
        OpenFile file = open.computeIfAbsent(item.getKey(), key -> new OpenFile());
        file.add(GatherRecords.records(item.getValue()));
        if (file.bytes >= FILE_BYTES) {
          open.remove(item.getKey());
          out.output(GatherRecords.write(output, item.getKey(), file.records, options));
        }
      }
      for (Map.Entry<String, OpenFile> rest : open.entrySet()) {
        out.output(GatherRecords.write(output, rest.getKey(), rest.getValue().records, options));
      }
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
