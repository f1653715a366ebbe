package dev.newsfold.jobs;

import java.util.Optional;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;

/** What a launcher can tell of its run while that goes on. */
interface RunStatus {

  /**
   * How far the run is, in words.
   *
   * @param seconds since it started
   */
  String words(double seconds);

  /** The same where it is worth a line of its own; empty as long as there is nothing new. */
  Optional<String> news(double seconds);

  /**
   * What can be known from here: captures are counted in the process that runs the pipeline, and
   * nobody else can read a count before the job has ended.
   */
  static RunStatus of(PipelineOptions options) {
    if (options.getRunner() != FlinkRunner.class) {
      return new LocalRunStatus();
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (FlinkSettings.isEmbedded(flink)) {
      return new LocalRunStatus();
    }
    return new ClusterRunStatus(FlinkMaster.of(flink), options.getJobName());
  }
}
