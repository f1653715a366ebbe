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
import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** Looks at a Flink cluster before a job goes there, to tell a mistake at once. */
final class FlinkMaster {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
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
   * @throws JobException NOT_NOW if nothing listens there or such a job runs, USAGE if it is a
   *     Flink of another version
   */
  static void check(FlinkPipelineOptions options, String jobName) throws JobException {
    String master = options.getFlinkMaster();
    if (master.startsWith("[") || !master.contains(":")) {
      return;
    }
    FlinkMaster flink = new FlinkMaster(master);
    flink.checkVersion(flink.get("/config").path("flink-version").asText());
    for (JsonNode job : flink.get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(jobName)
          && !JobStatus.valueOf(job.path("state").asText()).isGloballyTerminalState()) {
        throw new JobException(
            ExitCode.NOT_NOW,
            "'" + jobName + "' runs on " + master + " already, as job " + job.path("jid").asText());
      }
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
