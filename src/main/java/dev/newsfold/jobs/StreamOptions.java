package dev.newsfold.jobs;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** How a stream goes on. */
@FlagGroup("How it goes on")
public interface StreamOptions extends PipelineOptions {
  @OfJobs("stream")
  @Description("stream: a Kafka broker to read captures from, host:port; several with commas.")
  String getKafka();

  void setKafka(String brokers);

  @OfJobs("stream")
  @Description("stream: the Kafka topic; its values are Capture records in Avro.")
  @Default.String("captures")
  String getTopic();

  void setTopic(String topic);

  @OfJobs("stream")
  @Description(
      "stream: how often stories and counts that have changed are written (ISO 8601 duration).")
  @Default.String("PT30S")
  String getEvery();

  void setEvery(String duration);

  @OfJobs("stream")
  @Description(
      "stream: how long a file below --input must keep its size and time of change before it is read (ISO 8601 duration).")
  @Default.String("PT5S")
  String getSettle();

  void setSettle(String duration);

  @OfJobs("stream")
  @Description(
      "stream: how long it remembers an article of which no capture has come (ISO 8601 duration; time in which the stream stands still counts). It bounds the state. What comes later is compared with what is remembered alone; an article for a window that nothing touched for so long goes to late/.")
  @Default.String("P10D")
  String getRetention();

  void setRetention(String duration);

  @OfJobs("stream")
  @Description(
      "stream: its report is written anew after so long at the earliest, if anything was published since (ISO 8601 duration).")
  @Default.String("PT1M")
  String getReportEvery();

  void setReportEvery(String duration);

  @OfJobs("stream")
  @Description(
      "stream: ends by itself once everything that came is written and nothing has come for so long (ISO 8601 duration; several times --every, --settle and the checkpointing interval). Default: never.")
  String getUntilIdle();

  void setUntilIdle(String duration);

  @OfJobs({"reprocess", "stream"})
  @Description(
      "stream: goes on where the last stream into this --output stopped, from the newest checkpoint in --stateBackendStoragePath; --savepointPath names another one. reprocess: goes on from the parts of the dump that a run into this --output had read when it was stopped.")
  @Default.Boolean(false)
  boolean getResume();

  void setResume(boolean resume);
}
