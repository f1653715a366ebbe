package dev.newsfold.flow;

import dev.newsfold.aggregate.RecordDigests;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Distinct;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the records of a dataset as they are now with those that earlier runs wrote, and yields
 * what to write. A record that has changed gets the next revision; what is no more is withdrawn
 * ({@link Revisions}). Of other outputs only what has changed is written anew; of the output that
 * is being written whole partitions are, in place of those in which something has changed.
 */
public final class ReviseRecords<T extends SpecificRecordBase>
    extends PTransform<PCollection<T>, PCollectionTuple> {
  /** Folders of the partitions whose files give way to those that are written. */
  public static final TupleTag<String> REPLACED = new TupleTag<>("replaced") {};

  private static final String WRITTEN = "written";
  private static final String KEPT = "kept";
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();

  private final History history;
  private final Dataset dataset;
  private final Class<T> type;
  private final Grouping grouping;
  private final @Nullable PCollection<KV<String, String>> successors;

  private ReviseRecords(
      History history,
      Dataset dataset,
      Class<T> type,
      Grouping grouping,
      @Nullable PCollection<KV<String, String>> successors) {
    this.history = history;
    this.dataset = dataset;
    this.type = type;
    this.grouping = grouping;
    this.successors = successors;
  }

  /** Revises records of {@code dataset}. */
  public static <T extends SpecificRecordBase> ReviseRecords<T> of(
      History history, Dataset dataset, Class<T> type, Grouping grouping) {
    return new ReviseRecords<>(history, dataset, type, grouping, null);
  }

  /** The same for stories: by the id of one that is no more, the story that has its article. */
  public ReviseRecords<T> withSuccessors(PCollection<KV<String, String>> ids) {
    return new ReviseRecords<>(history, dataset, type, grouping, ids);
  }

  /** The records to write. */
  public static <T> TupleTag<T> written() {
    return new TupleTag<>(WRITTEN);
  }

  @Override
  public PCollectionTuple expand(PCollection<T> records) {
    Dataset keyed = dataset;
    TupleTag<KV<String, T>> now = new TupleTag<>("now");
    TupleTag<KV<String, KV<Integer, T>>> before = new TupleTag<>("before");
    TupleTag<KV<String, String>> successor = new TupleTag<>("successor");
    TupleTag<T> kept = new TupleTag<>(KEPT);
    TupleTag<T> changed = written();
    RecordCoder<T> coder = RecordCoder.of(type);
    KvCoder<Integer, T> placed = ReadHistory.coder(type);
    PCollectionTuple revised =
        KeyedPCollectionTuple.of(
                now,
                records
                    .apply(
                        "NowByKey",
                        WithKeys.<String, T>of(item -> Revisions.keyOf(keyed, item))
                            .withKeyType(TypeDescriptors.strings()))
                    .setCoder(KvCoder.of(STRING, coder))
                    .apply("SpreadNow", grouping.spread(coder)))
            .and(
                before,
                records
                    .getPipeline()
                    .apply(
                        "Read" + dataset.title(),
                        new ReadHistory<>(history, dataset, type, grouping))
                    .apply(
                        "BeforeByKey",
                        WithKeys.<String, KV<Integer, T>>of(
                                item -> Revisions.keyOf(keyed, item.getValue()))
                            .withKeyType(TypeDescriptors.strings()))
                    .setCoder(KvCoder.of(STRING, placed))
                    .apply("SpreadBefore", grouping.spread(placed)))
            .and(successor, successors(records).apply("SpreadSuccessors", grouping.spread(STRING)))
            .apply("Compare", CoGroupByKey.create())
            .apply(
                "Revise",
                ParDo.of(new ReviseFn<>(dataset, now, before, successor))
                    .withOutputTags(changed, TupleTagList.of(kept).and(REPLACED)));
    PCollection<String> replaced = revised.get(REPLACED).apply("Replaced", Distinct.create());
    PCollectionView<List<String>> folders = replaced.apply("Folders", View.asList());
    PCollection<T> written =
        PCollectionList.of(revised.get(changed).setCoder(coder))
            .and(
                revised
                    .get(kept)
                    .setCoder(coder)
                    .apply(
                        "InReplaced",
                        ParDo.of(new InFoldersFn<T>(dataset, folders)).withSideInputs(folders))
                    .setCoder(coder))
            .apply("Written", Flatten.pCollections());
    return PCollectionTuple.of(changed, written).and(REPLACED, replaced);
  }

  private PCollection<KV<String, String>> successors(PCollection<T> records) {
    PCollection<KV<String, String>> known = successors;
    return known == null
        ? records
            .getPipeline()
            .apply("NoSuccessors", Create.empty(KvCoder.of(STRING, STRING)))
            .apply("KeepEventTime", KeepEventTime.create())
        : known
            .apply("SuccessorsByKey", ParDo.of(new StoryKeyFn()))
            .setCoder(KvCoder.of(STRING, STRING));
  }

  private static final class StoryKeyFn extends DoFn<KV<String, String>, KV<String, String>> {
    @ProcessElement
    public void process(
        @Element KV<String, String> successor, OutputReceiver<KV<String, String>> out) {
      out.output(KV.of(Revisions.keyOf(List.of(successor.getKey())), successor.getValue()));
    }
  }

  private static final class ReviseFn<T extends SpecificRecordBase>
      extends DoFn<KV<String, CoGbkResult>, T> {
    private final Dataset dataset;
    private final TupleTag<KV<String, T>> now;
    private final TupleTag<KV<String, KV<Integer, T>>> before;
    private final TupleTag<KV<String, String>> successor;

    private ReviseFn(
        Dataset dataset,
        TupleTag<KV<String, T>> now,
        TupleTag<KV<String, KV<Integer, T>>> before,
        TupleTag<KV<String, String>> successor) {
      this.dataset = dataset;
      this.now = now;
      this.before = before;
      this.successor = successor;
    }

    @ProcessElement
    public void process(@Element KV<String, CoGbkResult> group, MultiOutputReceiver out) {
      Map<String, List<T>> records = Grouping.split(group.getValue().getAll(now));
      Map<String, List<KV<Integer, T>>> known = Grouping.split(group.getValue().getAll(before));
      Map<String, List<String>> moved = Grouping.split(group.getValue().getAll(successor));
      Set<String> keys = new TreeSet<>(records.keySet());
      keys.addAll(known.keySet());
      for (String key : keys) {
        KV<Integer, T> last = Placed.last(known.getOrDefault(key, List.of()));
        List<T> current = records.getOrDefault(key, List.of());
        if (!current.isEmpty()) {
          revise(current.get(0), last, out);
        } else if (last != null) {
          withdraw(last, moved.getOrDefault(key, List.of()), out);
        }
      }
    }

    private void revise(T record, @Nullable KV<Integer, T> last, MultiOutputReceiver out) {
      if (last == null) {
        // In an output of its own it has no neighbours to be written again, and none gives way.
        write(record, true, out);
        return;
      }
      int revision = Revisions.revisionOf(last.getValue());
      T same = Revisions.withRevision(record, revision);
      if (RecordDigests.same(same, last.getValue())) {
        keep(last, out);
        return;
      }
      leave(last, out);
      write(Revisions.withRevision(record, revision + 1), History.isOwn(last.getKey()), out);
    }

    private void write(T record, boolean replaces, MultiOutputReceiver out) {
      if (dataset == Dataset.ARTICLES) {
        Counters.count(Metric.ARTICLES_CHANGED);
      } else if (dataset == Dataset.STORIES) {
        Counters.count(Metric.STORIES_CHANGED);
      }
      out.get(ReviseRecords.<T>written()).output(record);
      if (replaces) {
        out.get(REPLACED).output(folder(dataset, record));
      }
    }

    /** Only stories leave a word in the output they are in: of where their articles have gone. */
    private void withdraw(KV<Integer, T> last, List<String> successors, MultiOutputReceiver out) {
      if (Revisions.isWithdrawn(last.getValue())) {
        keep(last, out);
        return;
      }
      boolean own = History.isOwn(last.getKey());
      if (!own || dataset == Dataset.STORIES) {
        Revisions.withdrawn(last.getValue(), successors.isEmpty() ? null : successors.get(0))
            .ifPresent(out.get(ReviseRecords.<T>written())::output);
      }
      leave(last, out);
    }

    private void keep(KV<Integer, T> last, MultiOutputReceiver out) {
      if (History.isOwn(last.getKey())) {
        out.get(new TupleTag<T>(KEPT)).output(last.getValue());
      }
    }

    private void leave(KV<Integer, T> last, MultiOutputReceiver out) {
      if (History.isOwn(last.getKey())) {
        out.get(REPLACED).output(folder(dataset, last.getValue()));
      }
    }
  }

  private static String folder(Dataset dataset, SpecificRecordBase record) {
    return RunLayout.folderOf(dataset, dataset.partitionOf(record));
  }

  private static final class InFoldersFn<T extends SpecificRecordBase> extends DoFn<T, T> {
    private final Dataset dataset;
    private final PCollectionView<List<String>> view;
    private transient @Nullable Set<String> folders;

    private InFoldersFn(Dataset dataset, PCollectionView<List<String>> view) {
      this.dataset = dataset;
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Set<String> known = folders;
      if (known == null) {
        known = new HashSet<>(context.sideInput(view));
        folders = known;
      }
      T item = context.element();
      if (known.contains(folder(dataset, item))) {
        context.output(item);
      }
    }
  }
}
