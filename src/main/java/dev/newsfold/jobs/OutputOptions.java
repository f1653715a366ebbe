package dev.newsfold.jobs;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Where a run's records go. */
public interface OutputOptions extends PipelineOptions {
  @Description(
      "The output folder: a new one, or one that an earlier run wrote, whose content is then replaced.")
  @Default.String("out")
  String getOutput();

  void setOutput(String folder);

  @Description("Whether to write every headline sighting to sightings/, too.")
  @Default.Boolean(false)
  boolean getSightings();

  void setSightings(boolean sightings);
}
