package dev.newsfold.jobs;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Where captures come from, and how much of them is taken in. */
@FlagGroup("What it reads")
public interface InputOptions extends PipelineOptions {
  @Description(
      "Files, folders and globs to read, separated by commas; it may be given several times. A comma in a name is written `\\,` unless a file of the whole name is there; one in the braces of a glob stays. Without it, local runs on a sample, which it makes in the output folder.")
  List<String> getInput();

  void setInput(List<String> input);

  @OfJobs({"local", "reprocess", "scheduled", "stream"})
  @Description(
      "The largest page, in bytes, with its encodings undone. A larger one is rejected as TOO_LARGE.")
  @AtLeast(1)
  @Default.Long(10L << 20)
  long getMaxPageBytes();

  void setMaxPageBytes(long bytes);

  @OfJobs({"local", "reprocess", "scheduled", "stream"})
  @Description("The largest input file, in bytes, as it lies.")
  @AtLeast(1)
  @Default.Long(Long.MAX_VALUE)
  long getMaxFileBytes();

  void setMaxFileBytes(long bytes);

  @OfJobs("reprocess")
  @Description(
      "reprocess: reads a larger dump in parts of about so many bytes, whole files each, so that --resume can go on from those that are done.")
  @AtLeast(1)
  @Default.Long(1L << 30)
  long getPartBytes();

  void setPartBytes(long bytes);

  @OfJobs({"local", "reprocess", "scheduled", "stream"})
  @Description(
      "The column that holds the page, in JSON, CSV, Avro and Parquet; nested names are joined by dots. Default: html and other common names")
  @Nullable String getHtmlField();

  void setHtmlField(String name);

  @OfJobs({"local", "reprocess", "scheduled", "stream"})
  @Description("The column that holds the page's address. Default: url and other common names")
  @Nullable String getUrlField();

  void setUrlField(String name);

  @OfJobs({"local", "reprocess", "scheduled", "stream"})
  @Description(
      "The column that holds the time of capture. Default: captured_at, timestamp and other common names")
  @Nullable String getTimeField();

  void setTimeField(String name);
}
