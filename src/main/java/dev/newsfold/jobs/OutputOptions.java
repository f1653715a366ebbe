package dev.newsfold.jobs;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** Where a run's records go. */
@FlagGroup("Where it writes")
public interface OutputOptions extends PipelineOptions {
  @Description(
      "The output folder: a new one, or one that an earlier run wrote, whose content is then replaced. It and the inputs lie apart. Default: `out/` and the name of the job; of a definition of your own `out`.")
  @Default.String("out")
  String getOutput();

  void setOutput(String folder);

  @OfJobs({"local", "reprocess", "fold", "scheduled"})
  @Description(
      "On a store: how long a file stays that no run lists, since one may be about to (ISO 8601 duration). A run that takes longer may lose its files.")
  @Default.String("P1D")
  String getGrace();

  void setGrace(String duration);

  @OfJobs({"local", "reprocess", "fold", "scheduled", "stream"})
  @Description(
      "`avro`, or `avro,parquet`: the records that count in Parquet, too, below tables/, as `export` writes them.")
  @Default.String("avro")
  String getFormat();

  void setFormat(String formats);

  @OfJobs({"local", "reprocess", "fold", "scheduled"})
  @Description(
      "A Parquet file whose rows have come to so many bytes is followed by another; those that wait to be compressed count as they are.")
  @AtLeast(1)
  @Default.Long(134217728)
  long getTargetBytes();

  void setTargetBytes(long bytes);

  @OfJobs({"local", "reprocess", "fold", "scheduled", "stream"})
  @Description(
      "How many stories, and how many articles, have a page of their own in the report; the rest is in its tables and counts.")
  @AtLeast(0)
  @Default.Integer(5000)
  int getReportPages();

  void setReportPages(int pages);

  @OfJobs({"local", "reprocess", "scheduled", "stream"})
  @Description("Whether to write every headline sighting to sightings/, too.")
  @Default.Boolean(false)
  boolean getSightings();

  void setSightings(boolean sightings);
}
