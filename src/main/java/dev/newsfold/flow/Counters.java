package dev.newsfold.flow;

import dev.newsfold.records.Reason;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * The counters a person would watch while a job runs. They are Beam metrics, which the runner
 * shows; where the pipeline runs in the launcher's own process, the launcher can read them as well,
 * to show progress. No result is made from them: a bundle that is tried again counts again.
 */
public final class Counters {
  private static final String NAMESPACE = "newsfold";
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
    count("captures");
    CAPTURES_HERE.increment();
  }

  static void rejected(Reason reason) {
    count("rejected." + reason.name().toLowerCase(Locale.ROOT));
    REJECTIONS_HERE.increment();
  }

  static void count(String name) {
    count(name, 1);
  }

  static void count(String name, long more) {
    Metrics.counter(NAMESPACE, name).inc(more);
  }
}
