package dev.newsfold.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Tells the state of a job on a cluster, as that itself tells it. Where the launcher does not know
 * the cluster, because Flink's own has started it, it only says so.
 */
final class ClusterRunStatus implements RunStatus {
  /** Seconds after which the cluster is asked again. */
  private static final double PAUSE = 2;

  private final Optional<FlinkMaster> master;
  private final String jobName;
  private String state = "";
  private String told = "";
  private double askedAt = Double.NEGATIVE_INFINITY;
  private boolean seen;

  ClusterRunStatus(Optional<FlinkMaster> master, String jobName) {
    this.master = master;
    this.jobName = jobName;
  }

  @Override
  public String words(double seconds) {
    if (seconds - askedAt >= PAUSE) {
      askedAt = seconds;
      state = master.map(this::ask).orElse("Flink's web page shows the progress");
    }
    return state;
  }

  @Override
  public Optional<String> news(double seconds) {
    String now = words(seconds);
    if (now.equals(told)) {
      return Optional.empty();
    }
    told = now;
    return Optional.of(now);
  }

  private String ask(FlinkMaster flink) {
    try {
      Optional<JsonNode> job = flink.running(jobName);
      seen |= job.isPresent();
      return job.map(ClusterRunStatus::inWords)
          .orElse(seen ? "the job has ended" : "the job is not running yet");
    } catch (JobException e) {
      // Who is interrupted has heard nothing new.
      return Thread.currentThread().isInterrupted() ? state : "no answer from " + flink;
    }
  }

  private static String inWords(JsonNode job) {
    JsonNode tasks = job.path("tasks");
    return "%s   of %s tasks %s are running, %s have finished"
        .formatted(
            job.path("state").asText(),
            tasks.path("total").asInt(),
            tasks.path("running").asInt(),
            tasks.path("finished").asInt());
  }
}
