package dev.newsfold.jobs;

import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.beam.sdk.PipelineResult;
import org.jspecify.annotations.Nullable;

/** Follows a running stream until it ends, or ends it when it is idle. */
final class StreamWatch {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final PipelineResult result;
  private final StreamOutput output;
  private final StreamReport report;
  private final @Nullable Duration untilIdle;
  private final Clock clock;

  StreamWatch(
      PipelineResult result,
      StreamOutput output,
      StreamReport report,
      @Nullable Duration untilIdle,
      Clock clock) {
    this.result = result;
    this.output = output;
    this.report = report;
    this.untilIdle = untilIdle;
    this.clock = clock;
  }

  /**
   * Returns when the stream was idle for long enough and has been cancelled; the checkpoint it
   * leaves can be resumed from.
   *
   * @throws JobException if it ended otherwise
   */
  void follow() throws JobException, IOException, InterruptedException {
    RunManifest last = output.manifest();
    // Until it fires, a stream that resumes has not begun, and what is published is of another.
    long firing = StreamOutput.firing(last);
    Instant changedAt = clock.instant();
    while (true) {
      PipelineResult.State state = result.getState();
      if (state.isTerminal()) {
        throw new JobException(ExitCode.FAILED, "the stream ended as " + state);
      }
      report.renew();
      if (untilIdle != null) {
        RunManifest now = output.manifest();
        if (!now.equals(last)) {
          last = now;
          changedAt = clock.instant();
        } else if (StreamOutput.firing(now) > firing
            && StreamOutput.settled(now)
            && !clock.instant().isBefore(changedAt.plus(untilIdle))) {
          RunnerDrops.refuse(result);
          result.cancel();
          return;
        }
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
