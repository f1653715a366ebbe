package dev.newsfold.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A job goes to a cluster only where it has the slots for it: here answers of Flink 1.19's form.
 */
class FreeSlotsTest {
  private final AtomicInteger questions = new AtomicInteger();
  private volatile int freeAtFirst;
  private volatile int freeLater;
  private HttpServer cluster;

  @BeforeEach
  void listen() throws IOException {
    cluster = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cluster.createContext(
        "/v1/",
        exchange -> {
          boolean overview = exchange.getRequestURI().getPath().equals("/v1/overview");
          int free = overview && questions.incrementAndGet() > 1 ? freeLater : freeAtFirst;
          String text = overview ? "{\"slots-total\":4,\"slots-available\":" + free + "}" : "{}";
          byte[] answer = text.getBytes(UTF_8);
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
  void tooFewFreeSlotsAreToldBeforeAnythingIsSent() {
    freeAtFirst = 1;
    freeLater = 1;
    JobException e = assertThrows(JobException.class, () -> check(3));
    assertThat(e.exitCode(), equalTo(ExitCode.NOT_NOW));
    assertThat(e.getMessage(), containsString("1 of 4 slots free, and --parallelism=3 needs"));
  }

  @Test
  void slotsThatBecomeFreeInAMomentAreWaitedFor() throws JobException {
    freeAtFirst = 0;
    freeLater = 2;
    check(2);
    assertThat(questions.get(), equalTo(2));
  }

  @Test
  void enoughSlotsAreAskedForOnce() throws JobException {
    freeAtFirst = 4;
    check(4);
    assertThat(questions.get(), equalTo(1));
  }

  private void check(int parallelism) throws JobException {
    FlinkPipelineOptions options =
        Flags.toOptions(Map.of("runner", "FlinkRunner", "parallelism", "" + parallelism))
            .as(FlinkPipelineOptions.class);
    options.setFlinkMaster("127.0.0.1:" + cluster.getAddress().getPort());
    FlinkMaster.check(options, "newsfold local /out");
  }
}
