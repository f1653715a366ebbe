package dev.newsfold.flow;

import dev.newsfold.aggregate.MapsInOrder;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.EncodedRecord;
import dev.newsfold.sinks.RunLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.Distinct;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Compares the records of all datasets as they are now with those that earlier runs wrote, by their
 * {@link RevisionKey}, and yields what to write. Of other outputs only what has changed is written
 * anew; of the output that is being written whole partitions are, in place of those in which
 * something has changed. {@link ReviseFn} has the rules.
 */
public final class ReviseRecords
    extends PTransform<PCollection<KV<String, RecordAt>>, PCollectionTuple> {
  /** The records to write. */
  public static final TupleTag<KV<String, EncodedRecord>> WRITTEN = new TupleTag<>("written") {};

  /** Folders of the partitions whose files give way to those that are written. */
  public static final TupleTag<String> REPLACED = new TupleTag<>("replaced") {};

  private final Grouping grouping;

  private ReviseRecords(Grouping grouping) {
    this.grouping = grouping;
  }

  /** Revises records as they are now, of successors of stories, and of {@link ReadEarlier}. */
  public static ReviseRecords with(Grouping grouping) {
    return new ReviseRecords(grouping);
  }

  /** Records of a dataset as this run has come to them. */
  public static <T extends SpecificRecord>
      PTransform<PCollection<T>, PCollection<KV<String, RecordAt>>> now(Dataset dataset) {
    return new PTransform<>() {
      @Override
      public PCollection<KV<String, RecordAt>> expand(PCollection<T> records) {
        return records.apply("Now", ParDo.of(new NowFn<T>(dataset))).setCoder(ReadEarlier.CODER);
      }
    };
  }

  /** By the id of a story that is no more, the one that has its canonical article. */
  public static PTransform<PCollection<KV<String, String>>, PCollection<KV<String, RecordAt>>>
      successors() {
    return new PTransform<>() {
      @Override
      public PCollection<KV<String, RecordAt>> expand(PCollection<KV<String, String>> ids) {
        return ids.apply("Successor", ParDo.of(new SuccessorFn())).setCoder(ReadEarlier.CODER);
      }
    };
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<String, RecordAt>> records) {
    PCollectionTuple revised =
        records
            .apply("ByKey", grouping.group(new RecordAtCoder()))
            .apply(
                "Revise",
                ParDo.of(new ReviseFn(grouping))
                    .withOutputTags(WRITTEN, TupleTagList.of(ReviseFn.KEPT).and(REPLACED)));
    PCollection<String> replaced = revised.get(REPLACED).apply("Replaced", Distinct.create());
    PCollectionView<List<String>> folders = replaced.apply("Folders", View.asList());
    PCollection<KV<String, EncodedRecord>> neighbours =
        revised
            .get(ReviseFn.KEPT)
            .setCoder(EncodeRecords.CODER)
            .apply("InReplaced", ParDo.of(new InFoldersFn(folders)).withSideInputs(folders))
            .setCoder(EncodeRecords.CODER);
    return PCollectionTuple.of(
            WRITTEN,
            PCollectionList.of(revised.get(WRITTEN).setCoder(EncodeRecords.CODER))
                .and(neighbours)
                .apply("Written", Flatten.pCollections()))
        .and(REPLACED, replaced);
  }

  private static final class NowFn<T extends SpecificRecord> extends DoFn<T, KV<String, RecordAt>> {
    private final Dataset dataset;

    private NowFn(Dataset dataset) {
      this.dataset = dataset;
    }

    @ProcessElement
    public void process(@Element T item, OutputReceiver<KV<String, RecordAt>> out) {
      out.output(
          KV.of(
              RevisionKey.of(dataset, item), new RecordAt(RecordAt.NOW, MapsInOrder.encode(item))));
    }
  }

  private static final class SuccessorFn extends DoFn<KV<String, String>, KV<String, RecordAt>> {
    @ProcessElement
    public void process(
        @Element KV<String, String> successor, OutputReceiver<KV<String, RecordAt>> out) {
      out.output(
          KV.of(
              RevisionKey.ofStory(successor.getKey()),
              new RecordAt(
                  RecordAt.SUCCESSOR, successor.getValue().getBytes(StandardCharsets.UTF_8))));
    }
  }

  private static final class InFoldersFn
      extends DoFn<KV<String, EncodedRecord>, KV<String, EncodedRecord>> {
    private final PCollectionView<List<String>> view;
    private transient @Nullable Set<String> folders;

    private InFoldersFn(PCollectionView<List<String>> view) {
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Set<String> known = folders;
      if (known == null) {
        known = new HashSet<>(context.sideInput(view));
        folders = known;
      }
      WriteKey key = WriteKey.parse(context.element().getKey());
      if (known.contains(RunLayout.folderOf(key.dataset(), key.partition()))) {
        context.output(context.element());
      }
    }
  }
}
