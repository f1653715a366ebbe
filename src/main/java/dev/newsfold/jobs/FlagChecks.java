package dev.newsfold.jobs;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.PipelineRunner;

/** Refuses flags that a job would overlook: whoever gives one means something by it. */
final class FlagChecks {
  private static final Set<String> OF_FLINK = declaredBy(FlinkPipelineOptions.class);
  private static final Set<String> OF_DIRECT = declaredBy(DirectOptions.class);

  private FlagChecks() {}

  /**
   * Checks the names of flags, and that none is empty.
   *
   * @throws JobException USAGE if one means nothing to the job; it says to which it does
   */
  static void refuseOthers(String job, Map<String, String> flags) throws JobException {
    for (Map.Entry<String, String> given : flags.entrySet()) {
      String name = given.getKey();
      Flag flag = Flag.ALL.get(name);
      if (flag != null && !flag.isOf(job)) {
        throw new JobException(
            ExitCode.USAGE,
            "--" + name + " means nothing to " + job + "; it is a flag of " + owners(flag));
      }
      if (!Flags.names().contains(name)) {
        throw new JobException(
            ExitCode.USAGE,
            "unknown flag --"
                + name
                + Spelling.hint(name, namesOf(job), "--")
                + " (pipelines/run "
                + job
                + " --help lists them)");
      }
      if (given.getValue().isBlank()) {
        throw new JobException(ExitCode.USAGE, "--" + name + " is empty: is a variable unset?");
      }
    }
  }

  /**
   * Checks the numbers among {@code options}.
   *
   * @throws JobException USAGE if one is smaller than its getter's {@link AtLeast}
   */
  static void refuseTooSmall(NewsfoldOptions options) throws JobException {
    for (Method getter : NewsfoldOptions.class.getMethods()) {
      AtLeast least = getter.getAnnotation(AtLeast.class);
      if (least == null) {
        continue;
      }
      long value = valueOf(getter, options);
      if (value < least.value()) {
        throw new JobException(
            ExitCode.USAGE,
            "--%s is a number from %s, not %s"
                .formatted(Flag.nameOf(getter), least.value(), value));
      }
    }
  }

  private static long valueOf(Method getter, NewsfoldOptions options) {
    try {
      return ((Number) getter.invoke(options)).longValue();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a getter cannot be called: " + getter, e);
    }
  }

  /**
   * Checks that the flags of runners are those of the one that runs.
   *
   * @throws JobException USAGE if one is of another runner
   */
  static void refuseOthers(Class<? extends PipelineRunner<?>> runner, Set<String> flags)
      throws JobException {
    boolean flink = runner == FlinkRunner.class;
    if (!flink && runner != DirectRunner.class) {
      return;
    }
    for (String name : flags) {
      if ((flink ? OF_DIRECT : OF_FLINK).contains(name)) {
        throw new JobException(
            ExitCode.USAGE,
            "--%s is a flag of the %s, and this run is on the %s (--runner=%s)"
                .formatted(
                    name,
                    flink ? "DirectRunner" : "FlinkRunner",
                    runner.getSimpleName(),
                    flink ? "DirectRunner" : "FlinkRunner"));
      }
    }
  }

  private static String owners(Flag flag) {
    return flag.jobs().stream().sorted().collect(Collectors.joining(", "));
  }

  /** What a slip is likely meant for: the job's own flags, and those of runners and stores. */
  private static Set<String> namesOf(String job) {
    return Flags.names().stream()
        .filter(name -> !Flag.ALL.containsKey(name) || Flag.ALL.get(name).isOf(job))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> declaredBy(Class<?> options) {
    return Arrays.stream(options.getDeclaredMethods())
        .map(Method::getName)
        .filter(name -> name.startsWith("set"))
        .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
