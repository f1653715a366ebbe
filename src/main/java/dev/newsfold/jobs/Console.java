package dev.newsfold.jobs;

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
 */
public record Console(PrintStream out, PrintStream err, Clock clock, boolean terminal) {
  /** Shows how far a run is, until it is closed. */
  Progress progress(PipelineOptions options) {
    return Progress.start(err, clock, terminal, Standing.of(options));
  }
}
