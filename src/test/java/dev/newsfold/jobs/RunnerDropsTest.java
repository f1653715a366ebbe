package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.newsfold.aggregate.PublishCalendar;
import dev.newsfold.aggregate.WindowLength;
import dev.newsfold.flow.KeepEventTime;
import dev.newsfold.flow.PublishWindows;
import java.time.ZoneId;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard against a runner that drops what it takes for late sees it drop. */
class RunnerDropsTest {
  private static final PublishWindows DAYS =
      PublishWindows.of(new PublishCalendar(ZoneId.of("Asia/Shanghai"), WindowLength.DAY));

  @ParameterizedTest
  @ValueSource(classes = {DirectRunner.class, FlinkRunner.class})
  void publishTimesAssignedAfterAGroupingAreDroppedAndThatIsCounted(
      Class<? extends PipelineRunner<?>> runner) {
    assertThat(dropped(runner, false), greaterThan(0L));
  }

  @ParameterizedTest
  @ValueSource(classes = {DirectRunner.class, FlinkRunner.class})
  void whereGroupingsKeepEventTimeNothingIsDropped(Class<? extends PipelineRunner<?>> runner) {
    assertThat(dropped(runner, true), equalTo(0L));
  }

  private static long dropped(Class<? extends PipelineRunner<?>> runner, boolean keep) {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setRunner(runner);
    if (runner == FlinkRunner.class) {
      options.as(FlinkPipelineOptions.class).setFlinkMaster("[local]");
      options.as(FlinkPipelineOptions.class).setParallelism(1);
      options.as(FlinkPipelineOptions.class).setStreaming(true);
    }
    Pipeline pipeline = Pipeline.create(options);
    PCollection<String> items = pipeline.apply(Create.of("a", "b", "c"));
    if (keep) {
      items = items.apply(KeepEventTime.create());
    }
    items
        .apply("Key", WithKeys.<String, String>of(item -> item).withKeyType(TypeDescriptors.strings()))
        .apply("Group", GroupByKey.create())
        .apply("Ungroup", Keys.create())
        .apply("AtPublishTime", ParDo.of(new StampFn()))
        .apply("IntoWindows", Window.into(DAYS))
        .apply("KeyAgain", WithKeys.<String, String>of(item -> item).withKeyType(TypeDescriptors.strings()))
        .apply("GroupAgain", GroupByKey.create())
        .apply("UngroupAgain", Keys.create());
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    return RunnerDrops.count(result.metrics());
  }

  private static final class StampFn extends DoFn<String, String> {
    @ProcessElement
    public void process(@Element String item, OutputReceiver<String> out) {
      out.outputWithTimestamp(item, Instant.parse("2020-09-25T03:45:27Z"));
    }

    @Override
    @Deprecated // as in DoFn, where nothing has replaced it
    public Duration getAllowedTimestampSkew() {
      return Duration.millis(Long.MAX_VALUE);
    }
  }
}
