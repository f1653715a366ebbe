package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.WindowLength;
import dev.newsfold.flow.Grouping;
import dev.newsfold.flow.KeepEventTime;
import dev.newsfold.flow.PublishWindows;
import java.time.ZoneId;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard against a runner that drops what it takes for late sees it drop. */
class RunnerDropsTest {
  private static final PublishWindows DAYS =
      PublishWindows.of(new PublishCalendar(ZoneId.of("Asia/Shanghai"), WindowLength.DAY));

  @ParameterizedTest
  @ValueSource(classes = {DirectRunner.class, FlinkRunner.class})
  void whatARunnerDropsIsSeen(Class<? extends PipelineRunner<?>> runner) {
    Pipeline pipeline = pipeline(runner);
    PCollection<String> items =
        pipeline.apply(
            TestStream.create(StringUtf8Coder.of())
                .addElements(TimestampedValue.of("in time", at("2025-03-05T00:00:00Z")))
                .advanceWatermarkTo(at("2025-03-07T00:00:00Z"))
                .addElements(TimestampedValue.of("late", at("2020-09-25T03:45:27Z")))
                .advanceWatermarkToInfinity());
    groupByDay(items);
    assertThat(dropped(pipeline), equalTo(1L));
  }

  @Test
  void publishTimesAssignedAfterAGroupingAreLateUnlessItKeepsEventTime() {
    Pipeline late = pipeline(DirectRunner.class);
    regroupByDay(late.apply(Create.of("a", "b", "c")));
    assertThat(dropped(late), equalTo(3L));
    Pipeline inTime = pipeline(DirectRunner.class);
    regroupByDay(kept(inTime, Grouping.BY_KEY));
    assertThat(dropped(inTime), equalTo(0L));
  }

  /** So it need not keep event time; a Beam whose batches drop would fail here. */
  @Test
  void aBatchOfFlinkDropsNoneThoughItsGroupingsKeepNoTime() {
    Pipeline pipeline = pipeline(FlinkRunner.class);
    pipeline.getOptions().as(FlinkPipelineOptions.class).setStreaming(false);
    PAssert.that(regroupByDay(kept(pipeline, Grouping.BY_KEY.withoutWatermark())))
        .containsInAnyOrder("a", "b", "c");
    assertThat(dropped(pipeline), equalTo(0L));
  }

  private static PCollection<String> kept(Pipeline pipeline, Grouping grouping) {
    return pipeline
        .apply(Create.of("a", "b", "c"))
        .apply("KeepEventTime", KeepEventTime.where(grouping));
  }

  /** Groups, says publish times, and groups by them. */
  private static PCollection<String> regroupByDay(PCollection<String> items) {
    return groupByDay(
        items
            .apply("Key", byItself())
            .apply("Group", GroupByKey.create())
            .apply("Ungroup", Keys.create())
            .apply("AtPublishTime", ParDo.of(new StampFn())));
  }

  private static Pipeline pipeline(Class<? extends PipelineRunner<?>> runner) {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setRunner(runner);
    if (runner == FlinkRunner.class) {
      FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
      flink.setFlinkMaster("[local]");
      flink.setParallelism(1);
      flink.setStreaming(true);
      // The watermark waits for the end of a bundle; nothing would be late within one.
      flink.setMaxBundleSize(1L);
    }
    return Pipeline.create(options);
  }

  private static PCollection<String> groupByDay(PCollection<String> items) {
    return items
        .apply("IntoWindows", Window.into(DAYS))
        .apply("ByItself", byItself())
        .apply("GroupWindow", GroupByKey.create())
        // Beam's Flink runner cannot translate a grouping that nobody reads.
        .apply("UngroupWindow", Keys.create());
  }

  private static WithKeys<String, String> byItself() {
    return WithKeys.<String, String>of(item -> item).withKeyType(TypeDescriptors.strings());
  }

  private static long dropped(Pipeline pipeline) {
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    return RunnerDrops.count(result.metrics());
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static final class StampFn extends DoFn<String, String> {
    @ProcessElement
    public void process(@Element String item, OutputReceiver<String> out) {
      out.outputWithTimestamp(item, at("2020-09-25T03:45:27Z"));
    }

    @Override
    @Deprecated // as in DoFn, where nothing has replaced it
    public Duration getAllowedTimestampSkew() {
      return Duration.millis(Long.MAX_VALUE);
    }
  }
}
