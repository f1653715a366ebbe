package dev.newsfold.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** Looks at a Flink cluster before a job goes there, to tell a mistake at once. */
final class FlinkMaster {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FOR_SLOTS = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String address;

  private FlinkMaster(String address) {
    this.address = address;
  }

  /**
   * Checks that a job can go where its options say. A Flink of this process is always there; so is
   * one whose own launcher has started us.
   *
   * @param jobName no other job that runs on the cluster may have it
   * @throws JobException NOT_NOW if nothing listens there, such a job runs, or too few slots are
   *     free, USAGE if it is a Flink of another version
   */
  static void check(FlinkPipelineOptions options, String jobName) throws JobException {
    Optional<FlinkMaster> named = of(options);
    if (named.isEmpty()) {
      return;
    }
    FlinkMaster flink = named.get();
    flink.checkVersion(flink.get("/config").path("flink-version").asText());
    Optional<JsonNode> job = flink.running(jobName);
    if (job.isPresent()) {
      throw new JobException(
          ExitCode.NOT_NOW,
          "'%s' runs on %s already, as job %s"
              .formatted(jobName, flink.address, job.get().path("jid").asText()));
    }
    flink.checkSlots(Math.max(1, options.getParallelism()));
  }

  /** The cluster that the options name; none where the job runs in this process or elsewhere. */
  static Optional<FlinkMaster> of(FlinkPipelineOptions options) {
    String master = options.getFlinkMaster();
    return master.startsWith("[") || !master.contains(":")
        ? Optional.empty()
        : Optional.of(new FlinkMaster(master));
  }

  /** What its REST interface tells of a job that has not ended; nothing if there is none. */
  Optional<JsonNode> running(String jobName) throws JobException {
    return StreamSupport.stream(get("/jobs/overview").path("jobs").spliterator(), false)
        .filter(job -> job.path("name").asText().equals(jobName))
        .filter(job -> !JobStatus.valueOf(job.path("state").asText()).isGloballyTerminalState())
        .max(Comparator.comparingLong(job -> job.path("start-time").asLong()));
  }

  @Override
  public String toString() {
    return address;
  }

  /** A job that has ended, or a TaskManager that has just started, sets slots free in a moment. */
  private void checkSlots(int wanted) throws JobException {
    long until = System.nanoTime() + FOR_SLOTS.toNanos();
    while (true) {
      JsonNode overview = get("/overview");
      JsonNode free = overview.path("slots-available");
      if (!free.isInt() || free.asInt() >= wanted) {
        return;
      }
      if (System.nanoTime() - until > 0) {
        throw new JobException(
            ExitCode.NOT_NOW,
            ("%s has %s of %s slots free, and --parallelism=%s needs as many; start a TaskManager,"
                    + " wait for other jobs, or lower --parallelism")
                .formatted(address, free.asInt(), overview.path("slots-total").asInt(), wanted));
      }
      pause();
    }
  }

  private static void pause() throws JobException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException(ExitCode.FAILED, "interrupted", e);
    }
  }

  private void checkVersion(String theirs) throws JobException {
    String ours = EnvironmentInformation.getVersion();
    if (!theirs.isEmpty() && !series(theirs).equals(series(ours))) {
      throw new JobException(
          ExitCode.USAGE, address + " is a Flink " + theirs + "; this jar is for " + ours);
    }
  }

  private static List<String> series(String version) {
    return List.of(version.split("\\.")).subList(0, 2);
  }

  /** An answer of its REST interface; an empty one where that does not speak plain HTTP to us. */
  private JsonNode get(String path) throws JobException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + address + "/v1" + path))
              .timeout(PATIENCE)
              .build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    } catch (ConnectException e) {
      throw new JobException(ExitCode.NOT_NOW, "no Flink cluster listens on " + address, e);
    } catch (IOException e) {
      return JSON.createObjectNode();
    } catch (IllegalArgumentException e) {
      throw new JobException(ExitCode.USAGE, "--flinkMaster: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException(ExitCode.FAILED, "interrupted", e);
    }
  }
}
