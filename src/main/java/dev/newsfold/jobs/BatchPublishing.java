package dev.newsfold.jobs;

import dev.newsfold.report.Limits;
import dev.newsfold.report.ListedRecords;
import dev.newsfold.report.RunFacts;
import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Publication;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The end of a batch run: its files are made the output by a manifest that lists them, and the
 * report is written of what readers see then.
 */
final class BatchPublishing {
  private final String job;
  private final NewsfoldOptions options;
  private final SortedMap<String, String> flags;
  private final JobContext context;
  private final @Nullable LocalDate day;
  private final Instant startedAt;
  private final RunTables tables;
  private final Limits limits;

  /**
   * The publishing of a run of {@code job}.
   *
   * @param flags the options as given, for {@code run.json}
   * @param day the capture day that it replaces; null for all of them
   * @throws JobException if an option of tables or report is malformed
   */
  BatchPublishing(
      String job,
      NewsfoldOptions options,
      SortedMap<String, String> flags,
      JobContext context,
      @Nullable LocalDate day,
      Instant startedAt)
      throws JobException {
    this.job = job;
    this.options = options;
    this.flags = flags;
    this.context = context;
    this.day = day;
    this.startedAt = startedAt;
    this.tables = RunTables.of(options);
    this.limits = RunPlan.checked("reportPages", () -> new Limits(options.getReportPages()));
  }

  /**
   * Publishes what a pipeline has left.
   *
   * @param newest the manifest that stood there when the run began
   * @param before the same, if there is a whole one
   * @throws JobException if another run has published meanwhile; nothing of this one is then
   */
  RunManifest publish(
      RunLayout layout, StagedRun staged, Manifests.Newest newest, Optional<RunManifest> before)
      throws IOException, JobException {
    Instant finishedAt = context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    SortedMap<String, String> versions = Versions.of(options);
    RunManifest manifest =
        RunManifest.of(job, layout.runId(), startedAt.toString())
            .finishedAt(finishedAt.toString())
            .versions(versions)
            .options(flags)
            .totals(staged.numbers())
            .files(staged.files())
            .build();
    RunFacts facts =
        new RunFacts(job, startedAt, finishedAt, ZoneId.of(options.getZone()), flags, versions);
    RunManifest written = day == null ? manifest : ofDays(manifest, staged, layout, before);
    RunManifest published = tables.addTo(written, layout.output(), context.tables());
    List<RunManifest.DataFile> files = new ArrayList<>(staged.files());
    files.addAll(published.tableFiles());
    if (!Publication.publish(layout, newest, published, files)) {
      throw new JobException(
          ExitCode.NOT_NOW,
          "another run has written to "
              + layout.output().address()
              + " meanwhile; nothing of this one is published");
    }
    // The run is there for readers: what fails from here on is told, and is no failure of it.
    context.afterwards(() -> Manifests.copy(layout.output(), published));
    report(layout.output(), published, facts, limits);
    context.afterwards(() -> layout.output().deleteAll(DumpParts.FOLDER));
    return published;
  }

  /** Of a scheduled job the report is about all days. */
  private void report(OutputFolder output, RunManifest published, RunFacts facts, Limits limits) {
    try {
      ReportFiles.write(output, new ListedRecords(output, published.files()), facts, limits);
    } catch (IOException | RuntimeException e) {
      context
          .err()
          .println("newsfold: the run is published, but its report could not be written: " + e);
    }
  }

  private RunManifest ofDays(
      RunManifest manifest, StagedRun staged, RunLayout layout, Optional<RunManifest> before)
      throws IOException {
    RunManifest nothing = RunManifest.of(job, "", "").build();
    Set<String> replaced =
        new HashSet<>(layout.staging().readText(RunLayout.REPLACED).lines().toList());
    return DayManifest.after(
        before.orElse(nothing), String.valueOf(day), manifest, staged.numbersOfRun(), replaced);
  }
}
