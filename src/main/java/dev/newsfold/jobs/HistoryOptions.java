package dev.newsfold.jobs;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** What a run goes on from. */
public interface HistoryOptions extends PipelineOptions {
  @Description(
      "Output folders of earlier runs, oldest first, separated by commas. New articles are folded with all of theirs; only what this changes is written.")
  List<String> getHistory();

  void setHistory(List<String> folders);

  @Description(
      "scheduled: the capture day to run, ISO 8601 (2026-11-22). Default: yesterday in --zone.")
  String getDay();

  void setDay(String day);

  @Description("Fewer captures than this fail the run (exit status 65) before it is published.")
  @Default.Long(0)
  long getMinCaptures();

  void setMinCaptures(long captures);
}
