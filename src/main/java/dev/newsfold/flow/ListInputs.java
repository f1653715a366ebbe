package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.InputFile;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Lists the files below the inputs. Files that are none to read (hidden, looping, special) go to
 * the ledger with one skip.
 */
public final class ListInputs extends PTransform<PBegin, PCollectionTuple> {
  /** The files to read. */
  public static final TupleTag<InputFileRef> FILES = new TupleTag<>("files") {};

  /** Ledger entries of the others. */
  public static final TupleTag<InputFile> LEDGER = new TupleTag<>("ledger") {};

  private final List<String> inputs;

  private final Grouping grouping;

  private ListInputs(List<String> inputs, Grouping grouping) {
    this.inputs = List.copyOf(inputs);
    this.grouping = grouping;
  }

  /** Lists files, folders and globs. */
  public static ListInputs of(List<String> inputs, Grouping grouping) {
    return new ListInputs(inputs, grouping);
  }

  /** Takes files that are listed already; some thousands at most, as they travel with the graph. */
  public static PTransform<PBegin, PCollectionTuple> listed(
      List<InputEntry> entries, Grouping grouping) {
    return new Listed(entries, grouping);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple listed =
        begin
            .apply("Inputs", Create.of("").withCoder(StringUtf8Coder.of()))
            .apply(
                "List",
                ParDo.of(new ListFn(inputs)).withOutputTags(FILES, TupleTagList.of(LEDGER)));
    return spread(listed.get(FILES), listed.get(LEDGER), grouping);
  }

  /** The list comes from one place; the reading is to be spread over all workers. */
  private static PCollectionTuple spread(
      PCollection<InputFileRef> files, PCollection<InputFile> ledger, Grouping grouping) {
    return PCollectionTuple.of(
            FILES,
            files.apply(
                "Spread",
                Reshuffle.<InputFileRef>viaRandomKey().withNumBuckets(grouping.buckets())))
        .and(LEDGER, ledger);
  }

  private static InputFile skipped(InputEntry entry, SkipKind skip) {
    return Ledger.of(entry.file().path()).setCaptures(1).setSkips(Map.of(skip.label(), 1L)).build();
  }

  private static final class Listed extends PTransform<PBegin, PCollectionTuple> {
    private final List<InputFileRef> files = new ArrayList<>();
    private final List<InputFile> ledger = new ArrayList<>();
    private final Grouping grouping;

    private Listed(List<InputEntry> entries, Grouping grouping) {
      this.grouping = grouping;
      for (InputEntry entry : entries) {
        SkipKind skip = entry.skip();
        if (skip == null) {
          files.add(entry.file());
        } else {
          ledger.add(skipped(entry, skip));
        }
      }
    }

    @Override
    public PCollectionTuple expand(PBegin begin) {
      return spread(
          begin.apply("Files", Create.of(files).withCoder(new InputFileRefCoder())),
          begin.apply("Ledger", Create.of(ledger).withCoder(RecordCoder.of(InputFile.class))),
          grouping);
    }
  }

  private static final class ListFn extends DoFn<String, InputFileRef> {
    private final List<String> inputs;

    private ListFn(List<String> inputs) {
      this.inputs = inputs;
    }

    @ProcessElement
    public void process(PipelineOptions options, MultiOutputReceiver out) throws IOException {
      try (Stream<InputEntry> entries = Stores.of(options).inputs().list(inputs)) {
        for (Iterator<InputEntry> all = entries.iterator(); all.hasNext(); ) {
          InputEntry entry = all.next();
          SkipKind skip = entry.skip();
          if (skip == null) {
            out.get(FILES).output(entry.file());
          } else {
            out.get(LEDGER).output(skipped(entry, skip));
          }
        }
      }
    }
  }
}
