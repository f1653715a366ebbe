package dev.newsfold.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.newsfold.flow.Coders;
import dev.newsfold.flow.Counters;
import dev.newsfold.flow.Metric;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.RunLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a batch counts while it runs adds up to what it leaves; and people are told what it is. */
class MetricsTest {
  private static final String START = "<!-- metrics -->\n";
  private static final String END = "<!-- /metrics -->";

  @TempDir Path folder;

  @Test
  void theCountersOfABatchAreTheNumbersOfItsRun() throws IOException, JobException {
    Path dump = folder.resolve("dump.warc.gz");
    Sample.write(new SampleOptions(120, 3), dump);
    NewsfoldOptions options =
        Flags.toOptions(
            Map.of("runner", "DirectRunner", "horizon", "P3D", "input", dump.toString()));
    RunnerDefaults.apply(options, Set.of(), Map.of());
    RunLayout layout = new RunLayout(folder.resolve("output"), "run");
    Pipeline pipeline = Pipeline.create(options);
    Coders.register(pipeline);
    new Assembly(
            RunPlan.of(
                options,
                new CheckedInputs(List.of(dump.toString()), false),
                layout,
                Instant.parse("2026-11-25T00:00:00Z")))
        .foldCaptures(pipeline);
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();

    Map<String, Long> counters = counters(result);
    Map<String, Long> numbers = StagedRun.read(layout).numbers();
    for (Metric metric :
        List.of(Metric.CAPTURES, Metric.ARTICLES, Metric.RECAPTURES, Metric.STORIES, Metric.LATE)) {
      assertThat(metric.id(), counters.get(metric.id()), equalTo(numbers.get(metric.id())));
      assertThat(metric.id(), counters.get(metric.id()), greaterThan(0L));
    }
    assertThat(counters.get(Metric.FILES.id()), equalTo(numbers.get("inputFiles")));
    assertThat(counters.get(Metric.COMPARISONS.id()), greaterThan(0L));
    long rejected =
        counters.entrySet().stream()
            .filter(counter -> counter.getKey().startsWith("rejected_"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(rejected, equalTo(numbers.get("rejections")));
    assertThat(RunnerDrops.count(result.metrics()), equalTo(0L));
  }

  @Test
  void thePageOnRunningItListsEveryMetric() throws IOException {
    StringBuilder table =
        new StringBuilder(START + "| `newsfold_` | kind | meaning |\n|---|---|---|\n");
    for (Metric metric : Metric.values()) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  metric.id(), metric.kind().name().toLowerCase(Locale.ROOT), metric.meaning()));
    }
    Path page = Path.of(System.getProperty("newsfold.basedir", "")).resolve("pipelines/README.md");
    assertThat(Files.readString(page), containsString(table + END));
  }

  private static Map<String, Long> counters(PipelineResult result) {
    Map<String, Long> counters = new TreeMap<>();
    result
        .metrics()
        .queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.inNamespace(Counters.NAMESPACE))
                .build())
        .getCounters()
        .forEach(
            counter ->
                counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum));
    return counters;
  }
}
