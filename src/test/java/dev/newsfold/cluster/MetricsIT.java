package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import dev.newsfold.flow.Counters;
import dev.newsfold.flow.Metric;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What Flink's web page shows of a stream; it takes its numbers from the same REST interface. */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
class MetricsIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int PAGES = 60;

  /** Counted by batches alone. */
  private static final Set<Metric> NOT_IN_A_STREAM =
      EnumSet.of(Metric.COMPARISONS, Metric.ARTICLES_CHANGED, Metric.STORIES_CHANGED);

  /** Metrics that come to totals of the manifest. */
  private static final Map<Metric, String> TOTALS =
      Map.of(
          Metric.FIRING, "firing",
          Metric.CAPTURES, "captures",
          Metric.RECAPTURES, "recaptures",
          Metric.FILES, "inputFiles",
          Metric.REMEMBERED, "articles");

  @TempDir Path folder;

  @Test
  void aStreamShowsWhatItHasDoneAndHowFarItLagsBehind(FlinkCluster cluster)
      throws IOException, InterruptedException {
    Path watched = Files.createDirectories(folder.resolve("watched"));
    Sample.write(new SampleOptions(PAGES, 3), watched.resolve("dump.warc.gz"));
    Path output = folder.resolve("out");
    try (JavaProcess run = Launch.byJar(cluster, "metrics", arguments(watched, output))) {
      FlinkRest rest = cluster.rest();
      Map<String, Long> totals = awaitCaptures(output, run);
      String job = rest.liveJobs().get(0).id();
      // Flink's web page asks each TaskManager for its own, now and then: all come in the end.
      Map<Metric, Long> expected = of(totals);
      Map<Metric, Long> seen = new EnumMap<>(Metric.class);
      Await.until(
          LIMIT,
          () -> {
            for (Metric metric : TOTALS.keySet()) {
              seen.put(metric, value(rest, job, metric));
            }
            return seen.equals(expected)
                && value(rest, job, Metric.ARTICLES) >= totals.getOrDefault("articles", 0L);
          },
          () -> "the metrics do not come to " + expected + " but " + seen + "\n" + run.tail());

      // Those that a later firing placed anew are written, and counted, again.
      assertThat(value(rest, job, Metric.ARTICLES), greaterThanOrEqualTo(totals.get("articles")));
      assertThat(rest.counter(job, "newsfold_rejected_not_article"), greaterThan(0L));
      assertThat(value(rest, job, Metric.WINDOWS), greaterThan(1L));
      assertThat(value(rest, job, Metric.LATE), greaterThan(0L));
      // The invented captures are of March 2025.
      assertThat(value(rest, job, Metric.LAG_MILLIS), greaterThan(Duration.ofDays(365).toMillis()));
      assertThat(value(rest, job, Metric.WAIT_MILLIS), greaterThanOrEqualTo(0L));

      Set<String> names = rest.metrics(job);
      for (Metric metric : Metric.values()) {
        if (!NOT_IN_A_STREAM.contains(metric) && metric != Metric.REJECTED) {
          assertThat(names, hasItem(Counters.NAMESPACE + '_' + metric.id()));
        }
      }
      assertThat(rest.counter(job, "droppedDueToLateness"), equalTo(0L));
      assertThat(rest.counter(job, "StatefulParDoDropped"), equalTo(0L));

      try (JavaProcess second = Launch.byJar(cluster, "second", arguments(watched, output))) {
        second.expectEnd(LIMIT, ExitCode.NOT_NOW.code());
        assertThat(second.output(), containsString("runs on " + cluster.address() + " already"));
      }
      rest.cancel(job);
      run.expectEnd(LIMIT, ExitCode.FAILED.code());
    }
  }

  private static List<String> arguments(Path watched, Path output) {
    return List.of(
        "stream",
        "--input=" + watched,
        "--output=" + output,
        "--every=PT1S",
        "--settle=PT0.4S",
        "--horizon=P3D",
        "--checkpointingInterval=" + StreamRun.CHECKPOINTING.toMillis(),
        "--parallelism=2");
  }

  private static Map<Metric, Long> of(Map<String, Long> totals) {
    Map<Metric, Long> expected = new EnumMap<>(Metric.class);
    TOTALS.forEach((metric, total) -> expected.put(metric, totals.getOrDefault(total, -1L)));
    return expected;
  }

  private static long value(FlinkRest rest, String job, Metric metric)
      throws IOException, InterruptedException {
    return rest.counter(job, '.' + Counters.NAMESPACE + '_' + metric.id());
  }

  private static Map<String, Long> awaitCaptures(Path output, JavaProcess run)
      throws IOException, InterruptedException {
    return Await.value(
        LIMIT,
        () -> {
          if (!run.isAlive()) {
            throw new IOException("the stream has ended\n" + run.tail());
          }
          Map<String, Long> totals =
              RunManifest.read(output).<Map<String, Long>>map(RunManifest::totals).orElse(Map.of());
          // A file's captures are entered when it has been read; until then they are fewer than
          // none.
          boolean settled =
              totals.getOrDefault("captures", 0L) >= PAGES
                  && totals.getOrDefault("unexplained", 1L) == 0
                  && totals.getOrDefault("unlisted", 1L) == 0;
          return settled ? Optional.of(totals) : Optional.empty();
        },
        () -> "the captures are not published\n" + run.tail());
  }
}
