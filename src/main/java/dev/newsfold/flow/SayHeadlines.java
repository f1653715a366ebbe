package dev.newsfold.flow;

import dev.newsfold.aggregate.LiveHeadline;
import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineMemory;
import dev.newsfold.records.HeadlineNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.state.BagState;
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
 * Collects news of each headline, and says it anew, some time after, if that has changed it. A
 * headline that nothing has come of for the retention is forgotten; seen again, it is counted anew.
 *
 * <p>News is merged when it is said and not before: the tally of a headline that stands on every
 * page is large, and need not be copied for each of them.
 */
final class SayHeadlines extends DoFn<KV<String, HeadlineNews>, Headline> {
  @StateId("news")
  private final StateSpec<BagState<HeadlineNews>> newsSpec =
      StateSpecs.bag(RecordCoder.of(HeadlineNews.class));

  @StateId("armed")
  private final StateSpec<ValueState<Boolean>> armedSpec = StateSpecs.value(BooleanCoder.of());

  @StateId("memory")
  private final StateSpec<ValueState<HeadlineMemory>> memorySpec =
      StateSpecs.value(RecordCoder.of(HeadlineMemory.class));

  @TimerId("say")
  private final TimerSpec saySpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @TimerId("forget")
  private final TimerSpec forgetSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  private final Duration every;
  private final Duration retention;

  SayHeadlines(Duration every, Duration retention) {
    this.every = every;
    this.retention = retention;
  }

  @ProcessElement
  public void process(
      @Element KV<String, HeadlineNews> element,
      @Timestamp org.joda.time.Instant at,
      @StateId("news") BagState<HeadlineNews> news,
      @StateId("armed") ValueState<Boolean> armed,
      @TimerId("say") Timer say) {
    news.add(element.getValue());
    if (armed.read() == null) {
      armed.write(true);
      say.withOutputTimestamp(Times.ofTimer(say, at))
          .offset(org.joda.time.Duration.millis(every.toMillis()))
          .setRelative();
    }
  }

  @OnTimer("say")
  public void say(
      @StateId("news") BagState<HeadlineNews> news,
      @StateId("armed") ValueState<Boolean> armed,
      @StateId("memory") ValueState<HeadlineMemory> memory,
      @TimerId("forget") Timer forget,
      MultiOutputReceiver out) {
    List<HeadlineNews> come = new ArrayList<>();
    news.read().forEach(come::add);
    news.clear();
    armed.clear();
    LiveHeadline headline =
        LiveHeadline.after(memory.read(), come, Times.toJava(forget.getCurrentRelativeTime()));
    memory.write(headline.memory());
    headline.said().ifPresent(out.get(FollowHeadlines.HEADLINES)::output);
    out.get(FollowHeadlines.SUMS)
        .output(
            DownstreamSums.newBuilder()
                .setOpen(-come.size())
                .setHeadlines(headline.said().isPresent() ? 1 : 0)
                .build());
    forget
        .withNoOutputTimestamp()
        .offset(org.joda.time.Duration.millis(retention.toMillis()))
        .setRelative();
  }

  @OnTimer("forget")
  public void forget(
      @StateId("armed") ValueState<Boolean> armed,
      @StateId("memory") ValueState<HeadlineMemory> memory) {
    if (armed.read() == null) {
      memory.clear();
    }
  }
}
