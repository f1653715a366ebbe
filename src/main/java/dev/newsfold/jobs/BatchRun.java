package dev.newsfold.jobs;

import dev.newsfold.flow.Coders;
import dev.newsfold.flow.History;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.OutputLock;
import dev.newsfold.sinks.Publication;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.stores.StoreInputs;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.jspecify.annotations.Nullable;
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
  private final JobContext context;
  private final @Nullable LocalDate day;

  /**
   * A run of {@code job}.
   *
   * @param flags the options as given, for {@code run.json}
   */
  BatchRun(
      String job, NewsfoldOptions options, SortedMap<String, String> flags, JobContext context) {
    this(job, options, flags, context, null);
  }

  private BatchRun(
      String job,
      NewsfoldOptions options,
      SortedMap<String, String> flags,
      JobContext context,
      @Nullable LocalDate day) {
    this.day = day;
    this.job = job;
    this.options = options;
    this.flags = flags;
    this.context = context;
  }

  /** The same run, of the captures of one day: it replaces no more of the output than that day. */
  BatchRun ofDay(LocalDate captureDay) {
    return new BatchRun(job, options, flags, context, captureDay);
  }

  /**
   * Runs the pipeline that {@code assemble} puts together.
   *
   * @throws JobException if the run cannot start, or has failed; nothing is published then
   */
  void run(CheckedInputs inputs, BiConsumer<Assembly, Pipeline> assemble) throws JobException {
    start(inputs, (plan, output) -> runPipeline(plan, assemble));
  }

  /**
   * The same for captures that are read in parts, of which a run that goes on from one that was
   * stopped reads those that are not done.
   */
  void runInParts(CheckedInputs inputs) throws JobException {
    start(inputs, this::runParts);
  }

  /** What is done between taking the output folder and publishing. */
  private interface Work {
    void run(RunPlan plan, OutputFolder output) throws IOException, JobException;
  }

  private void start(CheckedInputs inputs, Work work) throws JobException {
    Instant startedAt = context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    DriftCheck drift = DriftCheck.of(options, day);
    BatchPublishing publishing = new BatchPublishing(job, options, flags, context, day, startedAt);
    OutputFolder output = Outputs.of(options);
    RunLayout layout = new RunLayout(output, RUN_ID.format(startedAt));
    RunPlan plan = RunPlan.of(options, inputs, layout, startedAt);
    try {
      OutputChecks.refuseForeignFolder(output);
      RunnerDefaults.useCores(options);
      RunnerDefaults.aim(options, job, output);
      try (OutputLock lock = lock(layout)) {
        Manifests.Newest newest = Manifests.newest(output);
        Optional<RunManifest> before = newest.whole(output);
        OutputChecks.refuseOthersWork(before, output, job, day != null);
        clear(layout);
        try {
          long since = timeOfStore(layout);
          work.run(onHistory(plan, output, before), output);
          StagedRun staged = StagedRun.read(layout);
          Enough.check(staged.ledger(), options);
          tellChangedInputs(since, inputs.names(), staged);
          RunManifest published = publishing.publish(layout, staged, newest, before);
          Summary.print(context.out(), staged, layout, published);
          Enough.refuseNone(staged.ledger(), output);
          drift.check(published, output, context.err());
        } finally {
          context.afterwards(() -> Publication.removeOwnStaging(layout));
          context.afterwards(() -> clear(layout));
        }
      }
    } catch (IOException e) {
      throw new JobException(ExitCode.FAILED, "cannot write " + output.address() + ": " + e, e);
    }
  }

  /** The time by the clock that gives files their times, which need not be this machine's. */
  private static long timeOfStore(RunLayout layout) throws IOException {
    layout.staging().write("started", new byte[0]);
    return layout.staging().list().stream()
        .filter(file -> file.name().equals("started"))
        .mapToLong(OutputFolder.Entry::changed)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private void tellChangedInputs(long since, List<String> inputs, StagedRun staged)
      throws IOException {
    StoreInputs files = Stores.of(options).inputs();
    ChangedInputs changed = ChangedInputs.since(since, inputs, files, files);
    if (!changed.isEmpty()) {
      staged.readLedger(changed::account);
    }
    changed.complaints().forEach(line -> context.err().println("newsfold: " + line));
  }

  private void runParts(RunPlan plan, OutputFolder output) throws IOException, JobException {
    DumpParts parts =
        new DumpParts(
            output,
            Stores.of(options).inputs(),
            plan.inputs(),
            options.getPartBytes(),
            context.err());
    DumpPlan cut =
        parts.plan(
            DumpPlan.dependencies(options), plan.parse().asOf().toString(), options.getResume());
    if (cut.isWhole()) {
      runPipeline(plan, Assembly::foldCaptures);
      return;
    }
    RunPlan asCut = plan.asOf(Instant.parse(cut.asOf()));
    DumpParts.Reading reading =
        new DumpParts.Reading() {
          @Override
          public void read(DumpPart part, RunLayout into, OutputFolder clues) throws JobException {
            runPipeline(
                asCut.into(into),
                (assembly, pipeline) -> assembly.parsePart(pipeline, part, clues));
          }

          @Override
          public void resolve(List<String> clues, RunLayout into) throws JobException {
            runPipeline(
                asCut.into(into), (assembly, pipeline) -> assembly.parseRevisits(pipeline, clues));
          }
        };
    List<HistoryFile> files = parts.read(cut, reading);
    runPipeline(
        asCut, (assembly, pipeline) -> assembly.foldParts(pipeline, new History(files, "")));
  }

  /** Removes what runs that failed, were killed or have been replaced have left. */
  private void clear(RunLayout layout) throws IOException, JobException {
    Instant until = Outputs.keepFrom(layout.output(), options, context.clock());
    Publication.removeStaging(layout, until);
    Publication.sweep(layout, until);
  }

  private RunPlan onHistory(RunPlan plan, OutputFolder output, Optional<RunManifest> before)
      throws IOException, JobException {
    List<OutputFolder> folders = EarlierRuns.folders(options);
    if (day == null && folders.isEmpty()) {
      return plan;
    }
    List<HistoryFile> files =
        new ArrayList<>(EarlierRuns.files(folders, output, options, context.err()));
    String run = day == null ? String.valueOf(folders.size()) : day.toString();
    if (day != null && before.isPresent()) {
      OutputChecks.refuseOtherCalendar(before.get(), flags);
      files.addAll(EarlierRuns.own(output, before.get(), run));
    }
    return plan.onto(new History(files, run));
  }

  private OutputLock lock(RunLayout layout) throws IOException, JobException {
    return OutputLock.take(layout)
        .orElseThrow(
            () ->
                new JobException(
                    ExitCode.NOT_NOW,
                    "another run is writing to "
                        + layout.output().address()
                        + "; try again when it is done"));
  }

  private void runPipeline(RunPlan plan, BiConsumer<Assembly, Pipeline> assemble)
      throws JobException {
    Pipeline pipeline = Pipeline.create(RunnerDefaults.carried(options));
    Coders.register(pipeline);
    assemble.accept(new Assembly(plan), pipeline);
    LOG.info("running {} on {}", job, RunnerDefaults.place(options));
    try (Progress progress = context.progress(options)) {
      PipelineResult result = pipeline.run();
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new JobException(ExitCode.FAILED, RunnerDefaults.explain(state, options));
      }
      RunnerDrops.refuse(result);
    } catch (RuntimeException | LinkageError e) {
      // Runners wrap what went wrong in exceptions of their own, and document none of them; what
      // fails while a class of theirs is loaded comes as an error.
      throw new JobException(ExitCode.FAILED, "the pipeline failed: " + FlinkFailure.inWords(e), e);
    }
  }
}
