package dev.newsfold.jobs;

import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.beam.sdk.PipelineResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a running stream until it ends, or ends it when it is idle. */
final class StreamWatch {
  private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final PipelineResult result;
  private final StreamOutput output;
  private final StreamReport report;
  private final UnreadInputs unread;
  private final @Nullable Duration untilIdle;
  private final Clock clock;
  private Instant nextLook = Instant.MIN;

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
   * @throws JobException if it ended otherwise, or was cancelled since its runner dropped records
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
      lookForDrops();
      if (untilIdle != null) {
        try {
          RunManifest now = output.manifest();
          if (!now.equals(last)) {
            last = now;
            changedAt = clock.instant();
            lookForFiles();
          } else if (StreamOutput.firing(now) > firing
              && StreamOutput.settled(now)
              && !clock.instant().isBefore(changedAt.plus(untilIdle))) {
            if (unread.none(now)) {
              refuseDrops();
              result.cancel();
              return;
            }
            // Something has come, or is on its way to a worker.
            changedAt = clock.instant();
          }
        } catch (IOException e) {
          // The job runs on, and is not to be left alone for a store that is away for a while.
          LOG.warn("cannot tell whether the stream is idle: {}", e.toString());
          changedAt = clock.instant();
        }
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** Records that are lost end a stream, but a cluster is not asked for counters in each turn. */
  private void lookForDrops() throws JobException, IOException {
    Instant now = clock.instant();
    if (now.isBefore(nextLook)) {
      return;
    }
    nextLook = now.plus(BETWEEN_LOOKS);
    try {
      refuseDrops();
    } catch (RuntimeException e) {
      // Where a job restarts, Flink may not answer in time.
      LOG.debug("cannot tell what was dropped", e);
    }
  }

  private void refuseDrops() throws JobException, IOException {
    try {
      RunnerDrops.refuse(result);
    } catch (JobException e) {
      result.cancel();
      throw e;
    }
  }

  private void lookForFiles() {
    if (untilIdle != null) {
      unread.look();
    }
  }
}
