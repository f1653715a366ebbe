package dev.newsfold.jobs;

import dev.newsfold.captures.Quantity;
import dev.newsfold.sinks.LivePublication;
import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.OutputLock;
import dev.newsfold.sinks.Publication;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The output folder of a stream, as its launcher sees it. */
final class StreamOutput {
  static final String JOB = "stream";

  private final RunLayout layout;

  StreamOutput(OutputFolder output) {
    this.layout = new RunLayout(output, JOB);
  }

  /**
   * Keeps others from streaming into the folder until it is closed.
   *
   * @throws JobException if one does
   */
  OutputLock lock() throws IOException, JobException {
    OutputChecks.refuseForeignFolder(layout.output());
    return OutputLock.takeForStream(layout)
        .orElseThrow(
            () ->
                new JobException(
                    ExitCode.NOT_NOW, "another stream is writing to " + layout.output().address()));
  }

  /**
   * Makes the folder ready: writes a {@code run.json} that lists nothing, or takes up the one that
   * is there. What a stream has left that neither published a file nor completed a checkpoint is
   * begun anew: nothing that it did can be doubled.
   *
   * @param versions what else its numbers depend on, the digest of its rules for sites included
   * @param resumes whether the stream goes on from a checkpoint
   * @param checkpointed whether there is one
   * @return the id under which it publishes, the same from its first start on
   * @throws JobException if what is there is no stream's, or would be begun anew over itself
   */
  String open(
      Instant startedAt,
      SortedMap<String, String> versions,
      SortedMap<String, String> flags,
      boolean resumes,
      boolean checkpointed)
      throws IOException, JobException {
    try (OutputLock lock =
        OutputLock.take(layout)
            .orElseThrow(
                () ->
                    new JobException(
                        ExitCode.NOT_NOW,
                        "another run is writing to " + layout.output().address()))) {
      Manifests.Newest newest = Manifests.newest(layout.output());
      Optional<RunManifest> there = Optional.ofNullable(newest.manifest());
      if (there.isPresent() && !there.get().job().equals(JOB)) {
        throw new JobException(
            ExitCode.USAGE, layout.output().address() + " holds a run of " + there.get().job());
      }
      if (resumes && there.isEmpty()) {
        throw new JobException(
            ExitCode.USAGE, "there is no stream to resume in " + layout.output().address());
      }
      if (!resumes && there.isPresent() && (checkpointed || there.get().fileCount() > 0)) {
        throw new JobException(
            ExitCode.USAGE,
            layout.output().address()
                + " holds a stream; --resume goes on with it, a new --output begins one");
      }
      RunManifest manifest = resumes ? there.orElseThrow() : empty(startedAt);
      if (resumes) {
        OutputChecks.refuseOtherStream(manifest, versions, flags);
      }
      RunManifest opened = manifest.toBuilder().versions(versions).options(flags).build();
      if (!Publication.publish(layout, newest, opened, List.of())) {
        throw new JobException(
            ExitCode.NOT_NOW, "another run has written to " + layout.output().address());
      }
      Manifests.copy(layout.output(), opened);
      return manifest.runId();
    }
  }

  private static RunManifest empty(Instant startedAt) {
    return RunManifest.of(JOB, JOB + "-" + startedAt, startedAt.toString()).build();
  }

  /** What is published now; it changes with every publication, wherever it lists files. */
  RunManifest manifest() throws IOException {
    return Optional.ofNullable(Manifests.newest(layout.output()).manifest())
        .orElseThrow(() -> new IOException("run.json is gone from " + layout.output().address()));
  }

  /** The number of the last firing; 0 for none. */
  static long firing(RunManifest manifest) {
    return manifest.totals().getOrDefault(LivePublication.FIRING, 0L);
  }

  /** Whether all that the stream has been told of has been said, and is there to be read. */
  static boolean settled(RunManifest manifest) {
    SortedMap<String, Long> totals = manifest.totals();
    return totals.getOrDefault(LivePublication.UNEXPLAINED, 0L) == 0
        && totals.getOrDefault(LivePublication.UNLISTED, 0L) == 0;
  }

  /** The last lines of a stream that has ended. */
  void summarize(PrintStream out) throws JobException {
    try {
      RunManifest manifest = manifest();
      SortedMap<String, Long> totals = manifest.totals();
      Summary.line(
          out,
          "read",
          Summary.read(
              totals.getOrDefault("captures", 0L),
              totals.getOrDefault("inputFiles", 0L),
              totals.getOrDefault("articles", 0L),
              totals.getOrDefault("recaptures", 0L),
              totals.getOrDefault("rejections", 0L),
              totals.getOrDefault("skips", 0L)));
      Summary.line(out, "folded", Summary.folded(totals));
      Summary.line(
          out,
          "wrote",
          layout.output().address()
              + " ("
              + Quantity.of(manifest.fileCount(), "file")
              + ", "
              + Quantity.of(totals.getOrDefault(LivePublication.FIRING, 0L), "firing")
              + ')');
    } catch (IOException e) {
      throw new JobException(
          ExitCode.FAILED, "cannot read run.json in " + layout.output().address() + ": " + e, e);
    }
  }
}
