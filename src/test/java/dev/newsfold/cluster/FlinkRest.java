package dev.newsfold.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A JobManager's REST interface, as far as an operator needs it. */
final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final Duration SAVEPOINT_LIMIT = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String root;

  FlinkRest(String address) {
    this.root = "http://" + address + "/v1";
  }

  /** A job and its state: CREATED, RUNNING, RESTARTING, FINISHED, FAILED, CANCELED, … */
  record Job(String id, String state) {
    boolean hasEnded() {
      return List.of("FINISHED", "FAILED", "CANCELED", "SUSPENDED").contains(state);
    }
  }

  /** Every job that the JobManager knows. */
  List<Job> jobs() throws IOException, InterruptedException {
    List<Job> jobs = new ArrayList<>();
    for (JsonNode job : get("/jobs").path("jobs")) {
      jobs.add(new Job(job.path("id").asText(), job.path("status").asText()));
    }
    return jobs;
  }

  /** The jobs that have not ended. */
  List<Job> liveJobs() throws IOException, InterruptedException {
    return jobs().stream().filter(job -> !job.hasEnded()).toList();
  }

  String state(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job).path("state").asText();
  }

  /** How many of a job's tasks are in {@code status}: RUNNING, FINISHED, … */
  int tasks(String job, String status) throws IOException, InterruptedException {
    int tasks = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      tasks += vertex.path("tasks").path(status).asInt();
    }
    return tasks;
  }

  /** How many tasks a job has. */
  int tasks(String job) throws IOException, InterruptedException {
    int tasks = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      tasks += vertex.path("parallelism").asInt();
    }
    return tasks;
  }

  /** How many bytes the tasks of a job have handed to other tasks. */
  long shuffledBytes(String job) throws IOException, InterruptedException {
    long bytes = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      bytes += vertex.path("metrics").path("write-bytes").asLong();
    }
    return bytes;
  }

  /** How often a job has restarted. */
  int restarts(String job) throws IOException, InterruptedException {
    for (JsonNode metric : get("/jobs/" + job + "/metrics?get=numRestarts")) {
      return metric.path("value").asInt();
    }
    return 0;
  }

  /** How many TaskManagers have registered and were not missed since. */
  int taskManagers() throws IOException, InterruptedException {
    return get("/taskmanagers").path("taskmanagers").size();
  }

  /** How many slots are free. */
  int freeSlots() throws IOException, InterruptedException {
    return get("/overview").path("slots-available").asInt();
  }

  /** How many checkpoints of a job are complete. */
  int checkpoints(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job + "/checkpoints").path("counts").path("completed").asInt();
  }

  /** Where the latest complete checkpoint of a job lies. */
  Optional<String> latestCheckpoint(String job) throws IOException, InterruptedException {
    JsonNode path =
        get("/jobs/" + job + "/checkpoints").path("latest").path("completed").path("external_path");
    return path.isTextual() ? Optional.of(path.asText()) : Optional.empty();
  }

  /**
   * The sum of a user's counters over all tasks of a job.
   *
   * @param name the last part of their names
   */
  long counter(String job, String name) throws IOException, InterruptedException {
    long sum = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      String metrics =
          "/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      for (JsonNode metric : get(metrics)) {
        String id = metric.path("id").asText();
        if (id.endsWith(name)) {
          for (JsonNode value : get(metrics + "?agg=sum&get=" + encode(id))) {
            sum += Math.round(value.path("sum").asDouble());
          }
        }
      }
    }
    return sum;
  }

  /** The names of a job's metrics that a user has given, without the steps that they are of. */
  Set<String> metrics(String job) throws IOException, InterruptedException {
    Set<String> names = new TreeSet<>();
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      String path = "/jobs/" + job + "/vertices/" + vertex.path("id").asText();
      for (JsonNode metric : get(path + "/subtasks/metrics")) {
        String id = metric.path("id").asText();
        names.add(id.substring(Math.max(0, id.indexOf("newsfold_"))));
      }
    }
    return names;
  }

  void cancel(String job) throws IOException, InterruptedException {
    send("PATCH", "/jobs/" + job + "?mode=cancel", "");
  }

  /** Stops a job with a savepoint, and returns where that lies. */
  String stop(String job, boolean drain) throws IOException, InterruptedException {
    JsonNode asked = send("POST", "/jobs/" + job + "/stop", "{\"drain\":" + drain + "}");
    return savepoint(job, asked.path("request-id").asText());
  }

  private String savepoint(String job, String request) throws IOException, InterruptedException {
    JsonNode done =
        Await.value(
            SAVEPOINT_LIMIT,
            () -> {
              JsonNode answer = get("/jobs/" + job + "/savepoints/" + request);
              boolean complete = "COMPLETED".equals(answer.path("status").path("id").asText());
              return complete ? Optional.of(answer.path("operation")) : Optional.empty();
            },
            () -> "no savepoint of " + job);
    if (!done.path("location").isTextual()) {
      throw new IOException("the savepoint failed: " + done);
    }
    return done.path("location").asText();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  private JsonNode send(String method, String path, String body)
      throws IOException, InterruptedException {
    BodyPublisher content =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, content)
            .build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          method + ' ' + path + ": " + answer.statusCode() + ' ' + JSON.readTree(answer.body()));
    }
    return JSON.readTree(answer.body());
  }

  private static String encode(String name) {
    return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
  }
}
