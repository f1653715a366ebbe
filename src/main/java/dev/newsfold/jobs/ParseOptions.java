package dev.newsfold.jobs;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How pages are parsed. */
@FlagGroup("How pages are parsed")
public interface ParseOptions extends PipelineOptions {
  @Description("Time zone of publish days, and of times on pages that tell none: an IANA id.")
  @Default.String("Asia/Shanghai")
  String getZone();

  void setZone(String zone);

  @OfJobs({"local", "reprocess", "scheduled", "stream"})
  @Description(
      "No article was published after this instant (ISO 8601), where a capture has no time of its own. Default: when the run starts.")
  String getAsOf();

  void setAsOf(String instant);

  @OfJobs({"local", "reprocess", "scheduled", "stream"})
  @Description("A YAML file of rules for single sites; they win over the generic rules.")
  String getSiteRules();

  void setSiteRules(String file);
}
