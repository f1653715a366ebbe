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
import java.util.Objects;
import java.util.Optional;

/** Refuses an output folder that holds what a run must not replace or go on from. */
final class OutputChecks {
  /** Flags that a stream stays with, but its rules for sites. */
  private static final List<String> OF_A_STREAM =
      List.of(
          "input",
          "topic",
          "maxPageBytes",
          "maxFileBytes",
          "htmlField",
          "urlField",
          "timeField",
          "zone",
          "asOf",
          "window",
          "horizon",
          "sightings",
          // The ledger counts its periods in it.
          "retention");

  private static final String SITE_RULES = "siteRules";

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
   * A stream that goes on stays with the flags that show in what it has said already, or lie in its
   * checkpoint: with others its records would be of two kinds, or it would wait without end for
   * what it never reads. Rules for sites are compared by their content.
   */
  static void refuseOtherStream(
      RunManifest before, Map<String, String> versions, Map<String, String> flags)
      throws JobException {
    for (String flag : OF_A_STREAM) {
      String then = value(flag, before.options());
      String now = value(flag, flags);
      if (!then.equals(now)) {
        throw otherStream(flag, quoted(then), quoted(now));
      }
    }
    String fileThen = value(SITE_RULES, before.options());
    String fileNow = value(SITE_RULES, flags);
    String rulesThen = before.versions().getOrDefault(SITE_RULES, "");
    String rulesNow = versions.getOrDefault(SITE_RULES, "");
    // Streams of earlier versions did not say what was in their file.
    boolean unknown = !fileThen.isEmpty() && rulesThen.isEmpty();
    if (unknown ? fileNow.isEmpty() : !rulesThen.equals(rulesNow)) {
      throw otherStream(SITE_RULES, quoted(fileThen, rulesThen), quoted(fileNow, rulesNow));
    }
  }

  private static JobException otherStream(String flag, String then, String now) {
    return new JobException(
        ExitCode.USAGE,
        "--%s was %s, now %s; a stream that is resumed stays with what it had, another one takes a new --output"
            .formatted(flag, then, now));
  }

  private static String quoted(String value) {
    return '\'' + value + '\'';
  }

  private static String quoted(String file, String digest) {
    return digest.isEmpty() ? quoted(file) : quoted(file) + " (" + digest + ')';
  }

  /** What a flag says, or what holds where it is not given. */
  private static String value(String flag, Map<String, String> flags) {
    String given = flags.get(flag);
    return given != null
        ? given
        : Objects.requireNonNull(Flag.ALL.get(flag)).fallback().replace("`", "");
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
