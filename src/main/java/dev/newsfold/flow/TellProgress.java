package dev.newsfold.flow;

import dev.newsfold.aggregate.LiveProgress;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.ProgressEntry;
import dev.newsfold.records.StreamProgress;
import java.time.Duration;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Tells the sums of a stream at each firing, and again when more has come of what is made behind
 * its coordinator ({@link LiveProgress}). It is one task, to which numbers come and nothing else.
 */
public final class TellProgress
    extends PTransform<PCollection<DownstreamSums>, PCollection<StreamProgress>> {
  private final PCollection<StreamProgress> firings;
  private final TellFn tell;

  private TellProgress(PCollection<StreamProgress> firings, TellFn tell) {
    this.firings = firings;
    this.tell = tell;
  }

  /**
   * Tells them.
   *
   * @param firings the sums of the coordinator
   * @param every how long what happened behind it alone is no reason to tell again
   * @param sightings whether sightings are written, too
   */
  public static TellProgress of(
      PCollection<StreamProgress> firings, Duration every, boolean sightings) {
    return new TellProgress(firings, new TellFn(every, sightings));
  }

  @Override
  public PCollection<StreamProgress> expand(PCollection<DownstreamSums> happened) {
    return PCollectionList.of(
            firings.apply(
                "Firings",
                MapElements.into(TypeDescriptor.of(ProgressEntry.class))
                    .via(sums -> ProgressEntry.newBuilder().setProgress(sums).build())))
        .and(
            happened.apply(
                "Happened",
                MapElements.into(TypeDescriptor.of(ProgressEntry.class))
                    .via(sums -> ProgressEntry.newBuilder().setDownstream(sums).build())))
        .apply("Entries", Flatten.pCollections())
        .apply(
            "OneKey", WithKeys.<String, ProgressEntry>of("").withKeyType(TypeDescriptors.strings()))
        .setCoder(Coders.keyed(ProgressEntry.class))
        .apply("Tell", ParDo.of(tell))
        .setCoder(RecordCoder.of(StreamProgress.class));
  }

  private static final class TellFn extends DoFn<KV<String, ProgressEntry>, StreamProgress> {
    @StateId("progress")
    private final StateSpec<ValueState<StreamProgress>> progressSpec =
        StateSpecs.value(RecordCoder.of(StreamProgress.class));

    @StateId("sums")
    private final StateSpec<ValueState<DownstreamSums>> sumsSpec =
        StateSpecs.value(RecordCoder.of(DownstreamSums.class));

    @StateId("number")
    private final StateSpec<ValueState<Long>> numberSpec = StateSpecs.value(VarLongCoder.of());

    @StateId("armed")
    private final StateSpec<ValueState<Boolean>> armedSpec = StateSpecs.value(BooleanCoder.of());

    @TimerId("tell")
    private final TimerSpec tellSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    private final Duration every;
    private final boolean sightings;

    private TellFn(Duration every, boolean sightings) {
      this.every = every;
      this.sightings = sightings;
    }

    @ProcessElement
    public void process(
        @Element KV<String, ProgressEntry> element,
        @Timestamp org.joda.time.Instant at,
        @StateId("progress") ValueState<StreamProgress> progress,
        @StateId("sums") ValueState<DownstreamSums> sums,
        @StateId("number") ValueState<Long> number,
        @StateId("armed") ValueState<Boolean> armed,
        @TimerId("tell") Timer tell,
        OutputReceiver<StreamProgress> out) {
      StreamProgress fired = element.getValue().getProgress();
      DownstreamSums happened = element.getValue().getDownstream();
      if (happened != null) {
        DownstreamSums before = sums.read();
        sums.write(before == null ? happened : LiveProgress.add(before, happened));
        if (armed.read() == null) {
          armed.write(true);
          tell.withOutputTimestamp(Times.ofTimer(tell, at))
              .offset(org.joda.time.Duration.millis(every.toMillis()))
              .setRelative();
        }
      }
      if (fired != null) {
        progress.write(fired);
        tell(fired, sums, number, out);
      }
    }

    @OnTimer("tell")
    public void tell(
        @StateId("progress") ValueState<StreamProgress> progress,
        @StateId("sums") ValueState<DownstreamSums> sums,
        @StateId("number") ValueState<Long> number,
        @StateId("armed") ValueState<Boolean> armed,
        OutputReceiver<StreamProgress> out) {
      armed.clear();
      StreamProgress fired = progress.read();
      if (fired != null) {
        tell(fired, sums, number, out);
      }
    }

    private void tell(
        StreamProgress fired,
        ValueState<DownstreamSums> sums,
        ValueState<Long> number,
        OutputReceiver<StreamProgress> out) {
      Long before = number.read();
      long next = before == null ? 1 : before + 1;
      number.write(next);
      DownstreamSums known = sums.read();
      out.output(
          LiveProgress.of(
              fired, known == null ? DownstreamSums.newBuilder().build() : known, next, sightings));
    }
  }
}
