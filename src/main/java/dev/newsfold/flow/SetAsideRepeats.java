package dev.newsfold.flow;

import dev.newsfold.aggregate.Ledger;
import dev.newsfold.aggregate.RecordDigests;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.Rejection;
import java.time.Duration;
import java.util.Map;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Lets each rejection of a stream through once. One that says the same as one before, origin
 * included, comes of a capture that was delivered again: it counts as skipped.
 *
 * <p>Were it let through, what is published would depend on how rejections fall into batches: a
 * file is named by its content, so of two batches that say the same one is listed.
 */
public final class SetAsideRepeats extends PTransform<PCollection<Rejection>, PCollectionTuple> {
  /** Entries of the ledger, one for each repetition. */
  public static final TupleTag<InputFile> LEDGER = new TupleTag<>("repeats") {};

  private final Duration retention;

  private SetAsideRepeats(Duration retention) {
    this.retention = retention;
  }

  /**
   * Sets repetitions aside.
   *
   * @param retention how long a rejection is remembered after it was last met
   */
  public static SetAsideRepeats within(Duration retention) {
    return new SetAsideRepeats(retention);
  }

  @Override
  public PCollectionTuple expand(PCollection<Rejection> rejections) {
    return rejections
        .apply(
            "ByContent",
            WithKeys.<String, Rejection>of(item -> Long.toHexString(RecordDigests.of(item)))
                .withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), RecordCoder.of(Rejection.class)))
        .apply(
            "Repeats",
            ParDo.of(new RepeatsFn(retention))
                .withOutputTags(Rejected.REJECTIONS, TupleTagList.of(LEDGER)));
  }

  private static final class RepeatsFn extends DoFn<KV<String, Rejection>, Rejection> {
    @StateId("met")
    private final StateSpec<ValueState<Boolean>> metSpec = StateSpecs.value(BooleanCoder.of());

    @TimerId("forget")
    private final TimerSpec forgetSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    private final Duration retention;

    private RepeatsFn(Duration retention) {
      this.retention = retention;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Rejection> element,
        @StateId("met") ValueState<Boolean> met,
        @TimerId("forget") Timer forget,
        MultiOutputReceiver out) {
      Rejection rejection = element.getValue();
      if (met.read() == null) {
        met.write(true);
        out.get(Rejected.REJECTIONS).output(rejection);
      } else {
        out.get(LEDGER)
            .output(
                Ledger.of(rejection.getOrigin().getFile())
                    .setSkips(Map.of(Ledger.REDELIVERED, 1L))
                    .build());
      }
      // Nothing comes of this timer, so it need not hold back the watermark.
      forget
          .withNoOutputTimestamp()
          .offset(org.joda.time.Duration.millis(retention.toMillis()))
          .setRelative();
    }

    @OnTimer("forget")
    public void forget(@StateId("met") ValueState<Boolean> met) {
      met.clear();
    }
  }
}
