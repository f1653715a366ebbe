package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.newsfold.captures.InputLister;
import dev.newsfold.sinks.LocalFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StreamWatchTest {
  private static final int ENDS_AT = 5;

  @TempDir Path folder;

  @Test
  void aStreamWithoutEndIsCancelledOnceItsRunnerHasDroppedARecord() throws Exception {
    Running running = new Running(metrics("droppedDueToLateness"));
    JobException end = assertThrows(JobException.class, () -> follow(running, null));
    assertThat(end.getMessage(), containsString("has dropped 1 record as late"));
    assertThat(running.cancelled, equalTo(true));
  }

  @Test
  void anOutputThatIsAwayForAWhileLeavesNoStreamAlone() throws Exception {
    Running running = new Running(metrics("captures"));
    running.atSecondLook =
        () -> {
          Files.deleteIfExists(folder.resolve("out/run.json"));
          try (var manifests = Files.newDirectoryStream(folder.resolve("out/runs"))) {
            for (Path manifest : manifests) {
              Files.delete(manifest);
            }
          }
        };
    JobException end = assertThrows(JobException.class, () -> follow(running, Duration.ofHours(1)));
    assertThat(end.getMessage(), equalTo("the stream ended as FAILED"));
    assertThat(running.looks, equalTo(ENDS_AT));
  }

  private void follow(Running running, @Nullable Duration untilIdle) throws Exception {
    Path input = Files.createDirectories(folder.resolve("in"));
    NewsfoldOptions options = PipelineOptionsFactory.create().as(NewsfoldOptions.class);
    options.setInput(List.of(input.toString()));
    options.setOutput(folder.resolve("out").toString());
    StreamPlan plan = StreamPlan.of(options, Instant.EPOCH);
    StreamOutput output = new StreamOutput(plan.output());
    output.open(Instant.EPOCH, new TreeMap<>(), new TreeMap<>(), false, false);
    try (StreamReport report = new StreamReport(plan, output, Clock.systemUTC())) {
      UnreadInputs unread =
          new UnreadInputs(
              InputLister.local(),
              List.of(input.toString()),
              new LocalFolder(folder.resolve("out")));
      new StreamWatch(running, output, report, unread, untilIdle, Clock.systemUTC()).follow();
    }
  }

  /** The counters of a pipeline that has counted to one. */
  private static MetricResults metrics(String counter) {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    pipeline.apply(Create.of(counter)).apply(ParDo.of(new CountFn()));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    return result.metrics();
  }

  private static final class CountFn extends DoFn<String, Void> {
    @ProcessElement
    public void process(@Element String counter) {
      Metrics.counter("runner", counter).inc();
    }
  }

  private interface Happening {
    void happens() throws IOException;
  }

  /** A job that runs until it has been looked at some times. */
  private static final class Running implements PipelineResult {
    private final MetricResults metrics;
    private Happening atSecondLook = () -> {};
    private int looks;
    private boolean cancelled;

    private Running(MetricResults metrics) {
      this.metrics = metrics;
    }

    @Override
    public State getState() {
      looks++;
      if (looks == 2) {
        try {
          atSecondLook.happens();
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
      return looks < ENDS_AT ? State.RUNNING : State.FAILED;
    }

    @Override
    public State cancel() {
      cancelled = true;
      return State.CANCELLED;
    }

    @Override
    public State waitUntilFinish(org.joda.time.Duration duration) {
      return State.RUNNING;
    }

    @Override
    public State waitUntilFinish() {
      return State.RUNNING;
    }

    @Override
    public MetricResults metrics() {
      return metrics;
    }
  }
}
