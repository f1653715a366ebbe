package dev.newsfold.jobs;

import dev.newsfold.report.Limits;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stream is to do, beyond what every run does.
 *
 * @param run inputs, limits, rules and windows; it stages nothing
 * @param kafka brokers to read from; null for none
 * @param every how often it says what has changed
 * @param reportEvery how long after a report the next one comes at the earliest
 * @param limits how much the report shows
 * @param untilIdle when it ends by itself; null for never
 */
record StreamPlan(
    RunPlan run,
    OutputFolder output,
    @Nullable String kafka,
    String topic,
    Duration every,
    Duration settle,
    Duration retention,
    Duration reportEvery,
    Limits limits,
    @Nullable Duration untilIdle) {

  /**
   * The plan that {@code options} ask for.
   *
   * @throws JobException if an option's value makes no sense, or there is nothing to read
   */
  static StreamPlan of(NewsfoldOptions options, Instant startedAt) throws JobException {
    List<String> inputs = Inputs.given(options);
    String kafka = options.getKafka();
    if (inputs.isEmpty() && kafka == null) {
      throw new JobException(
          ExitCode.USAGE, "--input or --kafka is missing: a folder to watch, or a broker to read");
    }
    if (!inputs.isEmpty()) {
      Inputs.checkFolders(options, inputs);
    }
    OutputFolder output = Outputs.of(options);
    String untilIdle = options.getUntilIdle();
    return new StreamPlan(
        // A stream has no end that could be large.
        RunPlan.of(options, new CheckedInputs(inputs, false), new RunLayout(output, ""), startedAt),
        output,
        kafka,
        options.getTopic(),
        positive("every", options.getEvery()),
        positive("settle", options.getSettle()),
        positive("retention", options.getRetention()),
        positive("reportEvery", options.getReportEvery()),
        RunPlan.checked("reportPages", () -> new Limits(options.getReportPages())),
        untilIdle == null ? null : positive("untilIdle", untilIdle));
  }

  private static Duration positive(String flag, String value) throws JobException {
    Duration duration = TimeValues.duration(flag, value);
    if (duration.compareTo(Duration.ofMillis(1)) < 0) {
      throw new JobException(ExitCode.USAGE, "--" + flag + " must be longer: " + value);
    }
    return duration;
  }
}
