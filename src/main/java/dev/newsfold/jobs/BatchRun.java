package dev.newsfold.jobs;

import dev.newsfold.flow.Coders;
import dev.newsfold.report.ReportPage;
import dev.newsfold.report.RunFacts;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.OutputLock;
import dev.newsfold.sinks.Publication;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A batch run from start to end: takes the output folder, runs the pipeline into a staging folder,
 * checks that every capture is accounted for, and publishes all of it or nothing.
 */
final class BatchRun {
  private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String job;
  private final NewsfoldOptions options;
  private final SortedMap<String, String> flags;
  private final Console console;

  /**
   * A run of {@code job}.
   *
   * @param flags the options as given, for {@code run.json}
   */
  BatchRun(String job, NewsfoldOptions options, SortedMap<String, String> flags, Console console) {
    this.job = job;
    this.options = options;
    this.flags = flags;
    this.console = console;
  }

  /**
   * Runs the pipeline that {@code assemble} puts together.
   *
   * @param inputs files, folders and globs, known to exist
   * @throws JobException if the run cannot start, or has failed; nothing is published then
   */
  void run(List<String> inputs, BiConsumer<Assembly, Pipeline> assemble) throws JobException {
    Instant startedAt = console.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Path output = Path.of(options.getOutput()).toAbsolutePath().normalize();
    RunLayout layout = new RunLayout(output, RUN_ID.format(startedAt));
    RunPlan plan = RunPlan.of(options, inputs, layout.staging(), startedAt);
    try {
      refuseForeignFolder(output);
      try (OutputLock lock = lock(layout)) {
        Publication.removeStaging(layout);
        try {
          runPipeline(plan, assemble);
          StagedRun staged = StagedRun.read(layout.staging());
          publish(layout, startedAt, staged);
          Summary.print(console.out(), staged, layout);
        } finally {
          Publication.deleteTree(layout.staging());
        }
      }
    } catch (IOException e) {
      throw new JobException(ExitCode.FAILED, "cannot write " + output + ": " + e, e);
    }
  }

  private OutputLock lock(RunLayout layout) throws IOException, JobException {
    return OutputLock.take(layout)
        .orElseThrow(
            () ->
                new JobException(
                    ExitCode.NOT_NOW,
                    "another run is writing to "
                        + layout.output()
                        + "; try again when it is done"));
  }

  /** A folder that is no output of ours is not ours to replace. */
  static void refuseForeignFolder(Path output) throws IOException, JobException {
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new JobException(ExitCode.USAGE, "--output is not a folder: " + output);
    }
    RunLayout layout = new RunLayout(output, "");
    if (!Files.isDirectory(output)
        || Files.exists(layout.manifest())
        || Files.exists(layout.lock())) {
      return;
    }
    try (Stream<Path> children = Files.list(output)) {
      if (children.findAny().isPresent()) {
        throw new JobException(
            ExitCode.USAGE,
            "--output is neither empty nor the output of an earlier run (it has no run.json): "
                + output);
      }
    }
  }

  private void runPipeline(RunPlan plan, BiConsumer<Assembly, Pipeline> assemble)
      throws JobException {
    Pipeline pipeline = Pipeline.create(options);
    Coders.register(pipeline);
    assemble.accept(new Assembly(plan), pipeline);
    LOG.info("running {} on {}", job, options.getRunner().getSimpleName());
    try (Progress progress = console.progress()) {
      PipelineResult result = pipeline.run();
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new JobException(ExitCode.FAILED, "the pipeline ended as " + state);
      }
    } catch (RuntimeException e) {
      // Runners wrap what went wrong in exceptions of their own, and document none of them.
      throw new JobException(ExitCode.FAILED, "the pipeline failed: " + rootCause(e), e);
    }
  }

  private void publish(RunLayout layout, Instant startedAt, StagedRun staged) throws IOException {
    Instant finishedAt = console.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    SortedMap<String, String> versions = Versions.of(options);
    RunManifest manifest =
        new RunManifest(
            job,
            layout.runId(),
            startedAt.toString(),
            finishedAt.toString(),
            versions,
            flags,
            staged.numbers(),
            RunManifest.countsOf(staged.files()),
            staged.files());
    RunFacts facts =
        new RunFacts(
            job, startedAt, finishedAt, java.time.ZoneId.of(options.getZone()), flags, versions);
    byte[] report = ReportPage.render(staged.report(facts)).getBytes(StandardCharsets.UTF_8);
    Publication.publish(layout, manifest);
    AvroFiles.replace(layout.report(), report);
  }

  static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
