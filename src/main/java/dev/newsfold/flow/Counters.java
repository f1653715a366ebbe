package dev.newsfold.flow;

import dev.newsfold.records.Reason;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Counts what {@link Metric} lists. The runner shows it; where the pipeline runs in the launcher's
 * own process, the launcher can read some of it as well, to show progress.
 */
public final class Counters {
  /** The namespace of our metrics among those of Beam and the runner. */
  public static final String NAMESPACE = "newsfold";

  private static final LongAdder CAPTURES_HERE = new LongAdder();
  private static final LongAdder REJECTIONS_HERE = new LongAdder();

  private Counters() {}

  /** Captures whose fate is known, since this process started, as far as it ran here. */
  public static long capturesHere() {
    return CAPTURES_HERE.sum();
  }

  /** Rejections since this process started, as far as the pipeline ran here. */
  public static long rejectionsHere() {
    return REJECTIONS_HERE.sum();
  }

  static void captureDone() {
    count(Metric.CAPTURES);
    CAPTURES_HERE.increment();
  }

  /** What had been done is to be done again. */
  static void captureNotDone() {
    count(Metric.CAPTURES, -1);
    CAPTURES_HERE.decrement();
  }

  static void rejected(Reason reason) {
    Metrics.counter(NAMESPACE, "rejected_" + reason.name().toLowerCase(Locale.ROOT)).inc();
    REJECTIONS_HERE.increment();
  }

  static void count(Metric metric) {
    count(metric, 1);
  }

  static void count(Metric metric, long more) {
    Metrics.counter(NAMESPACE, metric.id()).inc(more);
  }

  static void observe(Metric metric, long value) {
    Metrics.distribution(NAMESPACE, metric.id()).update(value);
  }

  static void show(Metric metric, long value) {
    Metrics.gauge(NAMESPACE, metric.id()).set(value);
  }
}
