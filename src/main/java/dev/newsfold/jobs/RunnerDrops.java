package dev.newsfold.jobs;

import dev.newsfold.captures.Quantity;
import java.util.Locale;
import java.util.Set;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * How many elements a runner has dropped on its own because it took them for late. Ours are never
 * late to it: which articles are is decided by the horizon alone, and those are kept. So the number
 * is 0, and a run where it is not has lost records.
 */
final class RunnerDrops {
  /**
   * Beam's counters, in lower case, since they are spelt in two ways: what comes too late for a
   * grouping, and for a step with state.
   */
  private static final Set<String> NAMES = Set.of("droppedduetolateness", "statefulpardodropped");

  private RunnerDrops() {}

  /**
   * Lets a run go on from which nothing was dropped.
   *
   * @throws JobException if records are lost
   */
  static void refuse(PipelineResult result) throws JobException {
    long dropped = count(result.metrics());
    if (dropped > 0) {
      throw new JobException(
          ExitCode.FAILED,
          "the runner has dropped " + Quantity.of(dropped, "record") + " as late, and lost");
    }
  }

  /** The number so far. */
  static long count(MetricResults metrics) {
    long dropped = 0;
    for (MetricResult<Long> counter :
        metrics.queryMetrics(MetricsFilter.builder().build()).getCounters()) {
      if (NAMES.contains(counter.getName().getName().toLowerCase(Locale.ROOT))) {
        dropped += counter.getAttempted();
      }
    }
    return dropped;
  }
}
