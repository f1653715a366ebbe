package dev.newsfold.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is told of a job on a cluster is what that says of it: here answers of Flink 1.19's form.
 */
class ClusterRunStatusTest {
  private static final String NAME = "newsfold local /out";

  private final AtomicInteger questions = new AtomicInteger();
  private volatile String jobs = "";
  private HttpServer cluster;

  @BeforeEach
  void listen() throws IOException {
    cluster = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cluster.createContext(
        "/v1/jobs/overview",
        exchange -> {
          questions.incrementAndGet();
          byte[] answer = ("{\"jobs\":[" + jobs + "]}").getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    cluster.start();
  }

  @AfterEach
  void stop() {
    cluster.stop(0);
  }

  @Test
  void theStateOfTheJobIsToldAsItChanges() throws JobException {
    RunStatus status = RunStatus.of(options(address()));
    jobs = job(NAME, "FINISHED", 9, 0, 9);
    assertThat(status.words(0), equalTo("the job is not running yet"));
    jobs += ',' + job("another", "RUNNING", 7, 7, 0) + ',' + job(NAME, "RUNNING", 40, 12, 28);
    String running = "RUNNING   of 40 tasks 12 are running, 28 have finished";
    assertThat(status.news(2), equalTo(Optional.of(running)));
    assertThat(status.news(4), equalTo(Optional.empty()));
    jobs = job(NAME, "RESTARTING", 40, 0, 0);
    assertThat(
        status.news(6),
        equalTo(Optional.of("RESTARTING   of 40 tasks 0 are running, 0 have finished")));
    jobs = job(NAME, "FAILED", 40, 0, 0);
    assertThat(status.words(8), equalTo("the job has ended"));
  }

  @Test
  void theClusterIsNotAskedForEveryLine() throws JobException {
    RunStatus status = RunStatus.of(options(address()));
    jobs = job(NAME, "RUNNING", 1, 1, 0);
    for (int quarter = 0; quarter < 16; quarter++) {
      status.words(quarter / 4.0);
    }
    assertThat(questions.get(), equalTo(2));
  }

  @Test
  void aClusterThatIsGoneIsToldToBe() throws JobException {
    String address = address();
    RunStatus status = RunStatus.of(options(address));
    cluster.stop(0);
    assertThat(status.words(0), equalTo("no answer from " + address));
  }

  @Test
  void countsAreShownWhereThePipelineRunsHere() throws JobException {
    assertThat(RunStatus.of(options("[local]")), instanceOf(LocalRunStatus.class));
    assertThat(
        RunStatus.of(Flags.toOptions(Map.of("runner", "DirectRunner"))),
        instanceOf(LocalRunStatus.class));
    assertThat(
        new ClusterRunStatus(Optional.empty(), NAME).words(0), containsString("Flink's web page"));
  }

  private String address() {
    return "127.0.0.1:" + cluster.getAddress().getPort();
  }

  private static NewsfoldOptions options(String master) throws JobException {
    NewsfoldOptions options = Flags.toOptions(Map.of("runner", "FlinkRunner"));
    options.as(FlinkPipelineOptions.class).setFlinkMaster(master);
    options.setJobName(NAME);
    return options;
  }

  private static String job(String name, String state, int total, int running, int finished) {
    return """
        {"jid":"5e20cb6b0f357591171dfcca2eea09de","name":"%s","state":"%s","start-time":1,
         "end-time":-1,"tasks":{"running":%d,"finished":%d,"total":%d,"failed":0}}
        """
        .formatted(name, state, running, finished, total);
  }
}
