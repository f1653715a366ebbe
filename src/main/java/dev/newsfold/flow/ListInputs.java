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
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
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

  private static final TupleTag<KV<Integer, InputFileRef>> DEALT = new TupleTag<>("dealt") {};

  private static final KvCoder<Integer, InputFileRef> DEALT_FILES =
      KvCoder.of(VarIntCoder.of(), new InputFileRefCoder());

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

  /**
   * Takes files that are listed already; tens of thousands at most, as they travel with the graph.
   */
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
                ParDo.of(new ListFn(inputs, grouping.buckets()))
                    .withOutputTags(DEALT, TupleTagList.of(LEDGER)));
    return spread(listed.get(DEALT).setCoder(DEALT_FILES), listed.get(LEDGER));
  }

  /** The list comes from one place; the reading is to be spread over all workers. */
  private static PCollectionTuple spread(
      PCollection<KV<Integer, InputFileRef>> dealt, PCollection<InputFile> ledger) {
    return PCollectionTuple.of(
            FILES, dealt.apply("Spread", Reshuffle.of()).apply("Files", Values.create()))
        .and(LEDGER, ledger);
  }

  private static InputFile skipped(InputEntry entry, SkipKind skip) {
    return Ledger.of(entry.file().path()).setCaptures(1).setSkips(Map.of(skip.label(), 1L)).build();
  }

  private static final class Listed extends PTransform<PBegin, PCollectionTuple> {
    private final List<KV<Integer, InputFileRef>> files = new ArrayList<>();
    private final List<InputFile> ledger = new ArrayList<>();

    private Listed(List<InputEntry> entries, Grouping grouping) {
      Dealer dealer = new Dealer(grouping.buckets());
      for (InputEntry entry : entries) {
        SkipKind skip = entry.skip();
        if (skip == null) {
          files.add(dealer.deal(entry.file()));
        } else {
          ledger.add(skipped(entry, skip));
        }
      }
    }

    @Override
    public PCollectionTuple expand(PBegin begin) {
      return spread(
          begin.apply("Files", Create.of(files).withCoder(DEALT_FILES)),
          begin.apply("Ledger", Create.of(ledger).withCoder(RecordCoder.of(InputFile.class))));
    }
  }

  /**
   * Deals files out to so many hands, one after the other. A hand that is full begins anew: on the
   * DirectRunner what a hand holds is one bundle, and its pages are in memory together.
   */
  private static final class Dealer {
    private static final int HANDFUL = 64;

    private final int hands;
    private int dealt;

    private Dealer(int hands) {
      this.hands = hands;
    }

    private KV<Integer, InputFileRef> deal(InputFileRef file) {
      int hand = dealt / (hands * HANDFUL) * hands + dealt % hands;
      dealt++;
      return KV.of(hand, file);
    }
  }

  private static final class ListFn extends DoFn<String, KV<Integer, InputFileRef>> {
    private final List<String> inputs;
    private final int hands;

    private ListFn(List<String> inputs, int hands) {
      this.inputs = inputs;
      this.hands = hands;
    }

    @ProcessElement
    public void process(PipelineOptions options, MultiOutputReceiver out) throws IOException {
      Dealer dealer = new Dealer(hands);
      try (Stream<InputEntry> entries = Stores.of(options).inputs().list(inputs)) {
        for (Iterator<InputEntry> all = entries.iterator(); all.hasNext(); ) {
          InputEntry entry = all.next();
          SkipKind skip = entry.skip();
          if (skip == null) {
            out.get(DEALT).output(dealer.deal(entry.file()));
          } else {
            out.get(LEDGER).output(skipped(entry, skip));
          }
        }
      }
    }
  }
}
