package dev.newsfold.jobs;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How articles are counted by publish time. */
@FlagGroup("How articles are counted")
public interface WindowOptions extends PipelineOptions {
  @Description("Length of the calendar windows of publish time: PT1H, P1D, P1W or P1M.")
  @Default.String("P1D")
  String getWindow();

  void setWindow(String length);

  @Description(
      "How long before its capture an article may have been published and still be counted, as an ISO 8601 duration (P10D). What is older goes to late/. Default: no limit.")
  String getHorizon();

  void setHorizon(String duration);
}
