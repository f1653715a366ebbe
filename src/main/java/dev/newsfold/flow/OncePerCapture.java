package dev.newsfold.flow;

import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.PageSightings;
import java.time.Duration;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Lets the sightings of each capture through once, however often it is delivered, by a mark that is
 * kept for the retention.
 */
final class OncePerCapture extends DoFn<KV<String, PageSightings>, HeadlineSighting> {
  @StateId("met")
  private final StateSpec<ValueState<Boolean>> metSpec = StateSpecs.value(BooleanCoder.of());

  @TimerId("forget")
  private final TimerSpec forgetSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  private final Duration retention;

  OncePerCapture(Duration retention) {
    this.retention = retention;
  }

  @ProcessElement
  public void process(
      @Element KV<String, PageSightings> element,
      @StateId("met") ValueState<Boolean> met,
      @TimerId("forget") Timer forget,
      MultiOutputReceiver out) {
    PageSightings page = element.getValue();
    DownstreamSums.Builder sums = DownstreamSums.newBuilder().setCaptures(1);
    if (!page.getSightings().isEmpty()) {
      if (met.read() == null) {
        met.write(true);
        page.getSightings().forEach(out.get(FollowHeadlines.SIGHTINGS)::output);
        int count = page.getSightings().size();
        sums.setSightings(count).setOpen(count);
      }
      // Nothing comes of this timer, so it need not hold back the watermark.
      forget
          .withNoOutputTimestamp()
          .offset(org.joda.time.Duration.millis(retention.toMillis()))
          .setRelative();
    }
    out.get(FollowHeadlines.SUMS).output(sums.build());
  }

  @OnTimer("forget")
  public void forget(@StateId("met") ValueState<Boolean> met) {
    met.clear();
  }
}
