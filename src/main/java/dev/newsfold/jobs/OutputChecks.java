package dev.newsfold.jobs;

import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses an output folder that holds what a run must not replace or go on from. */
final class OutputChecks {
  private OutputChecks() {}

  /** A folder that is no output of ours is not ours to replace. */
  static void refuseForeignFolder(OutputFolder output) throws IOException, JobException {
    for (String ours : List.of(Manifests.COPY, RunLayout.STREAM_LOCK, RunLayout.LOCK)) {
      if (output.exists(ours)) {
        return;
      }
    }
    boolean onlySample =
        !Stores.isStore(output.address()) && BundledSample.isAllOf(Path.of(output.address()));
    if (!onlySample && !output.isFree()) {
      throw new JobException(
          ExitCode.USAGE,
          "--output is neither empty nor the output of an earlier run (it has no run.json): "
              + output.address());
    }
  }

  /** Days that were reckoned in another way cannot be gone on from. */
  static void refuseOtherCalendar(RunManifest before, Map<String, String> flags)
      throws JobException {
    for (String flag : List.of("zone", "window")) {
      String then = before.options().get(flag);
      if (then != null && !then.equals(flags.get(flag))) {
        throw new JobException(
            ExitCode.USAGE, "--output was made with --" + flag + '=' + then + "; it stays so");
      }
    }
  }

  /**
   * A stream that goes on reads what its checkpoint names, whatever the flags say: another folder
   * or topic would be waited for without end.
   */
  static void refuseOtherSource(RunManifest before, Map<String, String> flags) throws JobException {
    for (String flag : List.of("input", "topic")) {
      String then = before.options().get(flag);
      String now = flags.get(flag);
      if (then != null && !then.equals(now)) {
        throw new JobException(
            ExitCode.USAGE,
            "the stream that is resumed reads --%s=%s, and would go on reading that alone; another one takes a new --output"
                .formatted(flag, then));
      }
    }
  }

  /**
   * A day goes on from days only; what a stream or days have gathered no other run replaces.
   *
   * @param job that is to write
   * @param byDay whether it replaces no more than a day
   */
  static void refuseOthersWork(
      Optional<RunManifest> before, OutputFolder output, String job, boolean byDay)
      throws JobException {
    if (before.isEmpty() || before.get().job().equals(job)) {
      return;
    }
    String other = before.get().job();
    if (byDay) {
      throw new JobException(
          ExitCode.USAGE,
          "--output holds a run of another job, which is not gone on from: " + other);
    }
    if (!before.get().runsByDay().isEmpty() || other.equals(StreamOutput.JOB)) {
      throw new JobException(
          ExitCode.USAGE,
          output.address()
              + " holds what "
              + other
              + " has gathered, and "
              + job
              + " would replace all of it; name another --output, or delete that first");
    }
  }
}
