package dev.newsfold.flow;

import dev.newsfold.aggregate.PublishDays;
import dev.newsfold.aggregate.RecordDigests;
import dev.newsfold.records.DailyAggregate;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunLayout;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows that were counted again with those that earlier runs wrote, and counts up the
 * revision of those that have changed. A row that nothing is counted in any longer goes.
 */
final class ReviseAggregates extends PTransform<PCollection<DailyAggregate>, PCollectionTuple> {
  /** The rows to write: of a window in the output that is being written all, else the changed. */
  static final TupleTag<DailyAggregate> ROWS = new TupleTag<>("rows") {};

  /** Folders of the partitions whose windows were counted again. */
  static final TupleTag<String> PARTITIONS = new TupleTag<>("partitions") {};

  private static final TupleTag<KV<String, DailyAggregate>> NOW = new TupleTag<>("now") {};
  private static final TupleTag<KV<String, KV<Integer, DailyAggregate>>> BEFORE =
      new TupleTag<>("before") {};
  private static final AvroCoder<DailyAggregate> ROW = AvroCoder.specific(DailyAggregate.class);
  private static final KvCoder<Integer, DailyAggregate> PLACED = KvCoder.of(VarIntCoder.of(), ROW);

  private final History history;
  private final PCollectionView<List<Long>> windows;
  private final Grouping grouping;

  /**
   * @param windows first days of the windows that were counted again
   */
  ReviseAggregates(History history, PCollectionView<List<Long>> windows, Grouping grouping) {
    this.history = history;
    this.windows = windows;
    this.grouping = grouping;
  }

  @Override
  public PCollectionTuple expand(PCollection<DailyAggregate> rows) {
    PCollection<KV<String, KV<Integer, DailyAggregate>>> before =
        rows.getPipeline()
            .apply(
                "Read",
                new ReadHistory<>(
                    history, Dataset.AGGREGATES, DailyAggregate.class, windows, 0, grouping))
            .apply(
                "BeforeByKey",
                WithKeys.<String, KV<Integer, DailyAggregate>>of(row -> key(row.getValue()))
                    .withKeyType(TypeDescriptors.strings()))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), PLACED));
    return KeyedPCollectionTuple.of(
            NOW,
            rows.apply(
                    "ByKey",
                    WithKeys.<String, DailyAggregate>of(ReviseAggregates::key)
                        .withKeyType(TypeDescriptors.strings()))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), ROW))
                .apply("SpreadRows", grouping.spread(ROW)))
        .and(BEFORE, before.apply("SpreadBefore", grouping.spread(PLACED)))
        .apply("Compare", CoGroupByKey.create())
        .apply(
            "Revise",
            ParDo.of(new ReviseFn(windows))
                .withSideInputs(windows)
                .withOutputTags(ROWS, TupleTagList.of(PARTITIONS)));
  }

  private static String key(DailyAggregate row) {
    return row.getWindow()
        + ' '
        + row.getWindowStart()
        + ' '
        + row.getZone()
        + ' '
        + row.getDimension()
        + ' '
        + row.getKey();
  }

  private static final class ReviseFn extends DoFn<KV<String, CoGbkResult>, DailyAggregate> {
    private final DayView windows;

    private ReviseFn(PCollectionView<List<Long>> windows) {
      this.windows = new DayView(windows);
    }

    @ProcessElement
    public void process(ProcessContext context) {
      CoGbkResult group = context.element().getValue();
      Map<String, List<KV<Integer, DailyAggregate>>> before = Grouping.split(group.getAll(BEFORE));
      for (KV<String, DailyAggregate> now : group.getAll(NOW)) {
        List<KV<Integer, DailyAggregate>> placed = before.remove(now.getKey());
        revise(now.getValue(), placed == null ? null : last(placed), context);
      }
      PublishDays counted = windows.read(context);
      for (List<KV<Integer, DailyAggregate>> gone : before.values()) {
        KV<Integer, DailyAggregate> last = last(gone);
        if (History.isOwn(last.getKey()) && counted.near(day(last.getValue()), 0)) {
          context.output(PARTITIONS, partition(last.getValue()));
        }
      }
    }

    private static void revise(
        DailyAggregate row, @Nullable KV<Integer, DailyAggregate> before, ProcessContext out) {
      int revision = before == null ? 0 : before.getValue().getRevision();
      DailyAggregate revised = DailyAggregate.newBuilder(row).setRevision(revision).build();
      boolean own = before != null && History.isOwn(before.getKey());
      boolean changed = before == null || !RecordDigests.same(revised, before.getValue());
      if (changed && before != null) {
        revised.setRevision(revision + 1);
      }
      if (changed || own) {
        out.output(revised);
        out.output(PARTITIONS, partition(revised));
      }
    }

    private static KV<Integer, DailyAggregate> last(List<KV<Integer, DailyAggregate>> rows) {
      return rows.stream()
          .max(
              (a, b) -> {
                int place = Integer.compare(a.getKey(), b.getKey());
                return place != 0
                    ? place
                    : Integer.compare(a.getValue().getRevision(), b.getValue().getRevision());
              })
          .orElseThrow();
    }

    private static long day(DailyAggregate row) {
      return row.getDay().toEpochDay();
    }

    private static String partition(DailyAggregate row) {
      return RunLayout.folderOf(Dataset.AGGREGATES, Dataset.AGGREGATES.partitionOf(row));
    }
  }
}
