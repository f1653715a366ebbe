package dev.newsfold.flow;

import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.PageDecoder;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Page;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Turns the bytes of captures into text, in the encoding that the evidence speaks for. */
public final class DecodePages extends PTransform<PCollection<Capture>, PCollectionTuple> {
  /** The pages. */
  public static final TupleTag<Page> PAGES = new TupleTag<>("pages") {};

  private DecodePages() {}

  /** The transform. */
  public static DecodePages create() {
    return new DecodePages();
  }

  @Override
  public PCollectionTuple expand(PCollection<Capture> captures) {
    return captures.apply(
        "Decode",
        ParDo.of(new DecodeFn()).withOutputTags(PAGES, TupleTagList.of(Rejected.REJECTIONS)));
  }

  private static final class DecodeFn extends DoFn<Capture, Page> {
    private transient PageDecoder decoder;

    @Setup
    public void setUp() {
      decoder = new PageDecoder();
    }

    @ProcessElement
    public void process(@Element Capture capture, MultiOutputReceiver out) {
      Verdict<Page> verdict = decoder.decode(capture);
      if (verdict instanceof Verdict.Accepted<Page> accepted) {
        out.get(PAGES).output(accepted.value());
      } else if (verdict instanceof Verdict.Rejected<Page> rejected) {
        Counters.captureDone();
        Rejected.reject(rejected.rejection(), out);
      }
    }
  }
}
