package dev.newsfold.flow;

import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Reads what earlier runs wrote to one dataset, in the partitions near some days; each record with
 * the place of its output in the history. What is undated is always near.
 */
final class ReadHistory<T extends SpecificRecord>
    extends PTransform<PBegin, PCollection<KV<Integer, T>>> {
  private final History history;
  private final Dataset dataset;
  private final Class<T> type;
  private final PCollectionView<List<Long>> days;
  private final int distance;
  private final Grouping grouping;

  ReadHistory(
      History history,
      Dataset dataset,
      Class<T> type,
      PCollectionView<List<Long>> days,
      int distance,
      Grouping grouping) {
    this.history = history;
    this.dataset = dataset;
    this.type = type;
    this.days = days;
    this.distance = distance;
    this.grouping = grouping;
  }

  @Override
  public PCollection<KV<Integer, T>> expand(PBegin begin) {
    return begin
        .apply(
            "Files",
            Create.of(history.files(dataset)).withCoder(AvroCoder.specific(HistoryFile.class)))
        .apply("KeepEventTime", KeepEventTime.create())
        .apply("Near", ParDo.of(new NearFn(days, distance)).withSideInputs(days))
        .apply("Spread", Reshuffle.<HistoryFile>viaRandomKey().withNumBuckets(grouping.buckets()))
        .apply("Read", ParDo.of(new ReadFn<>(type)))
        .setCoder(KvCoder.of(VarIntCoder.of(), AvroCoder.specific(type)));
  }

  private static final class NearFn extends DoFn<HistoryFile, HistoryFile> {
    private final DayView days;
    private final int distance;

    private NearFn(PCollectionView<List<Long>> days, int distance) {
      this.days = new DayView(days);
      this.distance = distance;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      LocalDate day = context.element().getDay();
      if (day == null || days.read(context).near(day.toEpochDay(), distance)) {
        context.output(context.element());
      }
    }
  }

  private static final class ReadFn<T extends SpecificRecord>
      extends DoFn<HistoryFile, KV<Integer, T>> {
    private final Class<T> type;

    private ReadFn(Class<T> type) {
      this.type = type;
    }

    @ProcessElement
    public void process(@Element HistoryFile file, OutputReceiver<KV<Integer, T>> out)
        throws IOException {
      AvroFiles.read(
          Path.of(file.getPath()), type, item -> out.output(KV.of(file.getPlace(), item)));
    }
  }
}
