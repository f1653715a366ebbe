package dev.newsfold.jobs;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** What a run goes on from. */
@FlagGroup("What it goes on from, and when it is enough")
public interface HistoryOptions extends PipelineOptions {
  @OfJobs({"local", "reprocess", "fold", "scheduled"})
  @Description(
      "Output folders of earlier runs, oldest first, separated by commas, as in --input. A run that itself goes on from others needs those ahead of it. New articles are folded with all of theirs; only what this changes is written.")
  List<String> getHistory();

  void setHistory(List<String> folders);

  @OfJobs("scheduled")
  @Description(
      "scheduled: the capture day to run, ISO 8601 (2026-11-22). Default: yesterday in --zone.")
  String getDay();

  void setDay(String day);

  @OfJobs({"local", "reprocess", "fold", "scheduled"})
  @Description("Fewer captures than this fail the run (exit status 65) before it is published.")
  @AtLeast(0)
  @Default.Long(0)
  long getMinCaptures();

  void setMinCaptures(long captures);

  @OfJobs({"local", "reprocess", "fold", "scheduled"})
  @Description(
      "Fewer articles than this fail the run (exit status 65) before it is published. A run all of whose captures were rejected is published, and ends with 76.")
  @AtLeast(0)
  @Default.Long(0)
  long getMinArticles();

  void setMinArticles(long articles);

  @OfJobs({"local", "reprocess", "fold", "scheduled"})
  @Description(
      "Ends a run with 78, once it is published, if a site fills a field less often than in the weeks before, by this share of articles or more (0.3), with five articles on both sides: in the week of --day, elsewhere in the last week there is. Default: never.")
  String getFailOnDrift();

  void setFailOnDrift(String share);
}
