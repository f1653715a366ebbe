package dev.newsfold.flow;

import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads what earlier runs wrote to one dataset: each record with the place of its output in the
 * history. Several may be of one thing; {@link Placed#first} tells which counts.
 */
final class ReadHistory<T extends SpecificRecord>
    extends PTransform<PBegin, PCollection<KV<Integer, T>>> {
  private final History history;
  private final Dataset dataset;
  private final Class<T> type;
  private final Grouping grouping;

  ReadHistory(History history, Dataset dataset, Class<T> type, Grouping grouping) {
    this.history = history;
    this.dataset = dataset;
    this.type = type;
    this.grouping = grouping;
  }

  @Override
  public PCollection<KV<Integer, T>> expand(PBegin begin) {
    return expand(begin, history.files(dataset), grouping, new ReadFn<>(type), coder(type));
  }

  /**
   * The steps of whoever reads files of a history: lists them, deals them out, reads each.
   *
   * @param read makes of a file what it holds
   */
  static <V> PCollection<V> expand(
      PBegin begin,
      List<HistoryFile> files,
      Grouping grouping,
      DoFn<HistoryFile, V> read,
      Coder<V> coder) {
    return begin
        .apply("Files", Create.of(files).withCoder(RecordCoder.of(HistoryFile.class)))
        .apply("KeepEventTime", KeepEventTime.where(grouping))
        .apply("Spread", Reshuffle.<HistoryFile>viaRandomKey().withNumBuckets(grouping.buckets()))
        .apply("Read", ParDo.of(read))
        .setCoder(coder);
  }

  static <T extends SpecificRecord> KvCoder<Integer, T> coder(Class<T> type) {
    return KvCoder.of(VarIntCoder.of(), RecordCoder.of(type));
  }

  /** Hands on the records of one file, which may lie in any store. */
  static <T extends SpecificRecord> void read(
      HistoryFile file, PipelineOptions options, Class<T> type, Consumer<? super T> sink)
      throws IOException {
    int slash = file.getPath().lastIndexOf('/');
    AvroFiles.read(
        Stores.of(options).folder(file.getPath().substring(0, slash)),
        file.getPath().substring(slash + 1),
        type,
        sink);
  }

  private static final class ReadFn<T extends SpecificRecord>
      extends DoFn<HistoryFile, KV<Integer, T>> {
    private final Class<T> type;

    private ReadFn(Class<T> type) {
      this.type = type;
    }

    @ProcessElement
    public void process(
        @Element HistoryFile file, PipelineOptions options, OutputReceiver<KV<Integer, T>> out)
        throws IOException {
      read(file, options, type, item -> out.output(KV.of(file.getPlace(), item)));
    }
  }
}
