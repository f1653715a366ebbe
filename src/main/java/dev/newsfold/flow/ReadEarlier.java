package dev.newsfold.flow;

import dev.newsfold.aggregate.MapsInOrder;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Reads what earlier runs wrote to some datasets, each record by its {@link RevisionKey}. */
public final class ReadEarlier extends PTransform<PBegin, PCollection<KV<String, RecordAt>>> {
  static final KvCoder<String, RecordAt> CODER =
      KvCoder.of(StringUtf8Coder.of(), new RecordAtCoder());

  private final History history;
  private final Set<Dataset> datasets;
  private final Grouping grouping;

  private ReadEarlier(History history, Set<Dataset> datasets, Grouping grouping) {
    this.history = history;
    this.datasets = Set.copyOf(datasets);
    this.grouping = grouping;
  }

  /** Reads what {@code history} has of {@code datasets}. */
  public static ReadEarlier of(History history, Set<Dataset> datasets, Grouping grouping) {
    return new ReadEarlier(history, datasets, grouping);
  }

  @Override
  public PCollection<KV<String, RecordAt>> expand(PBegin begin) {
    List<HistoryFile> files =
        history.files().stream()
            .filter(file -> datasets.contains(Dataset.in(file.getDataset())))
            .toList();
    return ReadHistory.expand(begin, files, grouping, new ReadFn(), CODER);
  }

  private static final class ReadFn extends DoFn<HistoryFile, KV<String, RecordAt>> {
    @ProcessElement
    public void process(
        @Element HistoryFile file,
        PipelineOptions options,
        OutputReceiver<KV<String, RecordAt>> out)
        throws IOException {
      Dataset dataset = Dataset.in(file.getDataset());
      ReadHistory.read(
          file,
          options,
          typeOf(dataset),
          item ->
              out.output(
                  KV.of(
                      RevisionKey.of(dataset, item),
                      new RecordAt(file.getPlace(), MapsInOrder.encode(item)))));
    }

    private static Class<? extends SpecificRecord> typeOf(Dataset dataset) {
      Class<?> type = SpecificData.get().getClass(dataset.schema());
      return type.asSubclass(SpecificRecord.class);
    }
  }
}
