package dev.newsfold.flow;

import dev.newsfold.aggregate.LiveProgress;
import dev.newsfold.records.HeadlineSums;
import dev.newsfold.records.Progress;
import dev.newsfold.records.Pulse;
import java.time.Duration;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
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
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Tells the sums of a stream at each firing, and again when more of its headlines are known ({@link
 * LiveProgress}). It is one task, to which numbers come and nothing else.
 */
final class TellProgress extends PTransform<PCollection<Progress>, PCollection<Pulse>> {
  private final TellFn tell;

  private TellProgress(TellFn tell) {
    this.tell = tell;
  }

  /**
   * Tells them.
   *
   * @param every how long headlines alone are no reason to tell again
   * @param sightings whether sightings are written, too
   */
  static TellProgress every(Duration every, boolean sightings) {
    return new TellProgress(new TellFn(every, sightings));
  }

  @Override
  public PCollection<Pulse> expand(PCollection<Progress> progress) {
    return progress
        .apply("OneKey", WithKeys.<String, Progress>of("").withKeyType(TypeDescriptors.strings()))
        .setCoder(Coders.keyed(Progress.class))
        .apply("Tell", ParDo.of(tell))
        .setCoder(AvroCoder.specific(Pulse.class));
  }

  private static final class TellFn extends DoFn<KV<String, Progress>, Pulse> {
    @StateId("pulse")
    private final StateSpec<ValueState<Pulse>> pulseSpec =
        StateSpecs.value(AvroCoder.specific(Pulse.class));

    @StateId("sums")
    private final StateSpec<ValueState<HeadlineSums>> sumsSpec =
        StateSpecs.value(AvroCoder.specific(HeadlineSums.class));

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
        @Element KV<String, Progress> element,
        @StateId("pulse") ValueState<Pulse> pulse,
        @StateId("sums") ValueState<HeadlineSums> sums,
        @StateId("number") ValueState<Long> number,
        @StateId("armed") ValueState<Boolean> armed,
        @TimerId("tell") Timer tell,
        OutputReceiver<Pulse> out) {
      Pulse fired = element.getValue().getPulse();
      HeadlineSums happened = element.getValue().getHeadlines();
      if (happened != null) {
        HeadlineSums before = sums.read();
        sums.write(before == null ? happened : LiveProgress.add(before, happened));
        if (armed.read() == null) {
          armed.write(true);
          tell.withOutputTimestamp(tell.getCurrentRelativeTime())
              .offset(org.joda.time.Duration.millis(every.toMillis()))
              .setRelative();
        }
      }
      if (fired != null) {
        pulse.write(fired);
        tell(fired, sums, number, out);
      }
    }

    @OnTimer("tell")
    public void tell(
        @StateId("pulse") ValueState<Pulse> pulse,
        @StateId("sums") ValueState<HeadlineSums> sums,
        @StateId("number") ValueState<Long> number,
        @StateId("armed") ValueState<Boolean> armed,
        OutputReceiver<Pulse> out) {
      armed.clear();
      Pulse fired = pulse.read();
      if (fired != null) {
        tell(fired, sums, number, out);
      }
    }

    private void tell(
        Pulse fired,
        ValueState<HeadlineSums> sums,
        ValueState<Long> number,
        OutputReceiver<Pulse> out) {
      Long before = number.read();
      long next = before == null ? 1 : before + 1;
      number.write(next);
      HeadlineSums known = sums.read();
      out.output(
          LiveProgress.of(
              fired, known == null ? HeadlineSums.newBuilder().build() : known, next, sightings));
    }
  }
}
