package dev.newsfold.jobs;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * What a job sees of the world that it was started in.
 *
 * @param out for results
 * @param err for progress and complaints
 * @param clock tells when a run starts and ends
 * @param terminal whether {@code err} is a terminal, where a line can be written over
 * @param tables makes Parquet of what a run has written
 */
public record JobContext(
    PrintStream out, PrintStream err, Clock clock, boolean terminal, TableMaker tables) {
  /** One where runs make no tables. */
  public JobContext(PrintStream out, PrintStream err, Clock clock, boolean terminal) {
    this(
        out,
        err,
        clock,
        terminal,
        (output, manifest, format, targetBytes, scratch, sink) -> {
          throw new UnsupportedOperationException("nothing here makes tables");
        });
  }

  /** The same, where runs make tables in this way. */
  public JobContext with(TableMaker maker) {
    return new JobContext(out, err, clock, terminal, maker);
  }

  /** Shows how far a run is, until it is closed. */
  Progress progress(PipelineOptions options) {
    return Progress.start(err, clock, terminal, RunStatus.of(options));
  }

  /** What follows a run, whichever way it has ended. */
  interface Step {
    void run() throws IOException, JobException;
  }

  /** Takes a step that is no part of the run: that it fails is told, and is no failure of it. */
  void afterwards(Step step) {
    try {
      step.run();
    } catch (IOException | JobException | RuntimeException e) {
      err.println("newsfold: not all could be tidied up; the next run does it: " + e);
    }
  }
}
