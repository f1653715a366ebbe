package dev.newsfold.jobs;

import dev.newsfold.flow.Coders;
import dev.newsfold.sinks.OutputLock;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds captures as they come, for as long as it is let: until it is cancelled, or with {@code
 * --untilIdle} until there is nothing left to do.
 */
final class StreamJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(StreamJob.class);

  @Override
  public String about() {
    return "follow a folder or a Kafka topic, and keep all of it up to date";
  }

  @Override
  public String example() {
    return "--input=captures/ --output=out/live --every=PT1M";
  }

  @Override
  public void run(NewsfoldOptions options, SortedMap<String, String> flags, JobContext context)
      throws JobException {
    if (options.getRunner() != FlinkRunner.class) {
      throw new JobException(
          ExitCode.USAGE, "stream runs on Flink alone: --runner=FlinkRunner, its default");
    }
    RunTables.refuseInStream(options);
    Instant startedAt = context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    StreamPlan plan = StreamPlan.of(options, startedAt);
    StreamOutput output = new StreamOutput(plan.output());
    RunnerDefaults.aim(options, "stream", plan.output());
    try (OutputLock lock = output.lock()) {
      StreamCheckpoints checkpoints = StreamCheckpoints.of(options, plan.output(), flags.keySet());
      String runId =
          output.open(
              startedAt,
              Versions.ofStream(options),
              flags,
              StreamCheckpoints.resumes(options),
              checkpoints.areThere());
      checkpoints.configure();
      follow(plan, runId, output, options, context);
    } catch (IOException e) {
      throw new JobException(
          ExitCode.FAILED, "cannot write " + plan.output().address() + ": " + e, e);
    }
    output.summarize(context.out());
  }

  private static void follow(
      StreamPlan plan,
      String runId,
      StreamOutput output,
      NewsfoldOptions options,
      JobContext context)
      throws JobException {
    Pipeline pipeline = Pipeline.create(RunnerDefaults.carried(options));
    Coders.register(pipeline);
    StreamAssembly.fold(plan, runId, pipeline);
    LOG.info("streaming on {}", RunnerDefaults.place(options));
    try (Progress progress = context.progress(options);
        StreamReport report = new StreamReport(plan, output, context.clock())) {
      PipelineResult result = pipeline.run();
      UnreadInputs unread =
          new UnreadInputs(
              Stores.of(options).inputs().whereAbsentIsEmpty(), plan.run().inputs(), plan.output());
      new StreamWatch(result, output, report, unread, plan.untilIdle(), context.clock()).follow();
    } catch (IOException e) {
      throw new JobException(ExitCode.FAILED, "the stream cannot be followed: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException(ExitCode.FAILED, "interrupted", e);
    } catch (RuntimeException e) {
      // Runners wrap what went wrong in exceptions of their own, and document none of them.
      throw new JobException(ExitCode.FAILED, "the stream failed: " + FlinkFailure.inWords(e), e);
    }
  }
}
