package dev.newsfold.flow;

import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.transforms.DoFn;

/** Counts the bundles in which elements come, each of which has its price on the DirectRunner. */
final class BundleCount<T> extends DoFn<T, T> {
  private final Counter bundles = Metrics.counter(BundleCount.class, "bundles");

  @StartBundle
  public void start() {
    bundles.inc();
  }

  @ProcessElement
  public void process(@Element T element, OutputReceiver<T> out) {
    out.output(element);
  }

  static long of(PipelineResult result) {
    long bundles = 0;
    MetricsFilter filter =
        MetricsFilter.builder()
            .addNameFilter(MetricNameFilter.named(BundleCount.class, "bundles"))
            .build();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      bundles += counter.getAttempted();
    }
    return bundles;
  }
}
