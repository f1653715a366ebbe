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
  private final UnreadInputs unread;
  private final @Nullable Duration untilIdle;
  private final Clock clock;

  StreamWatch(
      PipelineResult result,
      StreamOutput output,
      StreamReport report,
      UnreadInputs unread,
      @Nullable Duration untilIdle,
      Clock clock) {
    this.result = result;
    this.output = output;
    this.report = report;
    this.unread = unread;
    this.untilIdle = untilIdle;
    this.clock = clock;
  }

  /**
   * Returns when the stream was idle for long enough, all that lies in its folders is read, and it
   * has been cancelled; the checkpoint it leaves can be resumed from.
   *
   * @throws JobException if it ended otherwise
   */
  void follow() throws JobException, IOException, InterruptedException {
    RunManifest last = output.manifest();
    // Until it fires, a stream that resumes has not begun, and what is published is of another.
    long firing = StreamOutput.firing(last);
    Instant changedAt = clock.instant();
    lookForFiles();
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
          lookForFiles();
        } else if (StreamOutput.firing(now) > firing
            && StreamOutput.settled(now)
            && !clock.instant().isBefore(changedAt.plus(untilIdle))) {
          if (unread.none(now)) {
            RunnerDrops.refuse(result);
            result.cancel();
            return;
          }
          // Something has come, or is on its way to a worker.
          changedAt = clock.instant();
        }
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private void lookForFiles() {
    if (untilIdle != null) {
      unread.look();
    }
  }
}
