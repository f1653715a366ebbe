package dev.newsfold.jobs;

import dev.newsfold.report.LatestRecords;
import dev.newsfold.report.RunFacts;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the report of a stream while it is followed, beside it, one at a time: written anew after
 * {@code --reportEvery} at the earliest, if anything was published since, and when the stream ends.
 * A report that takes long is followed by a longer pause, so that reports take a fifth of the time
 * at most. That one fails ends no stream.
 */
final class StreamReport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamReport.class);
  private static final int PAUSES = 4;

  private final StreamPlan plan;
  private final StreamOutput output;
  private final Clock clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread worker = new Thread(work, "report");
            worker.setDaemon(true);
            return worker;
          });

  private @Nullable Future<?> running;
  private volatile Instant next = Instant.MIN;
  private @Nullable RunManifest last;

  StreamReport(StreamPlan plan, StreamOutput output, Clock clock) {
    this.plan = plan;
    this.output = output;
    this.clock = clock;
  }

  /** Begins a report if it is time for one; to be called often. */
  void renew() {
    Future<?> before = running;
    if ((before == null || before.isDone()) && !clock.instant().isBefore(next)) {
      running = thread.submit(this::writeIfNew);
    }
  }

  private void writeIfNew() {
    Instant began = clock.instant();
    try {
      RunManifest now = output.manifest();
      if (now.fileCount() > 0 && (last == null || !now.equals(last))) {
        write(now, began);
        last = now;
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("the report could not be written: {}", e.toString());
    } finally {
      Instant ended = clock.instant();
      Duration pause = Duration.between(began, ended).multipliedBy(PAUSES);
      next = ended.plus(pause.compareTo(plan.reportEvery()) > 0 ? pause : plan.reportEvery());
    }
  }

  private void write(RunManifest manifest, Instant at) throws IOException {
    OutputFolder folder = plan.output();
    RunManifest whole = manifest.whole(folder);
    RunFacts facts =
        RunFacts.of(
            manifest.job(),
            Instant.parse(manifest.startedAt()),
            at.truncatedTo(ChronoUnit.MILLIS),
            plan.run().parse().zone(),
            manifest.options(),
            manifest.versions());
    ReportFiles.write(folder, new LatestRecords(folder, whole.files()), facts, plan.limits());
  }

  /** Writes the last one. */
  @Override
  public void close() {
    Future<?> end = thread.submit(this::writeIfNew);
    thread.shutdown();
    try {
      end.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.warn("the report could not be written: {}", e.toString());
    }
  }
}
