package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Stores;
import dev.newsfold.stores.gcs.GcsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The jar, from a bucket to a bucket: here, and on a cluster. */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
class GcsOnClusterIT {
  @TempDir static Path folder;
  private static GcsServer server;
  private static Output expected;

  @BeforeAll
  static void runWithoutBuckets() throws IOException, InterruptedException {
    server = GcsServer.start();
    server.makeBucket("news");
    BatchRuns runs = BatchRuns.in(folder);
    server.put("news", "in/dump.warc.gz", runs.dump());
    expected = runs.expected();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theJarHasAllThatAnAddressTakes() throws IOException, InterruptedException {
    await(Launch.alone(folder, "here", arguments("here")));
    expectTheSame("here");
  }

  @Test
  @Tag("faults")
  void workersOfAClusterReachTheSameServer(FlinkCluster cluster)
      throws IOException, InterruptedException {
    await(Launch.byJar(cluster, "there", arguments("there")));
    expectTheSame("there");
  }

  private static List<String> arguments(String output) {
    return List.of(
        "local",
        "--input=gs://news/in",
        "--output=gs://news/" + output,
        "--gcsEndpoint=" + server.address());
  }

  private static void await(JavaProcess started) throws IOException, InterruptedException {
    try (JavaProcess run = started) {
      int status = run.waitFor(BatchRuns.LIMIT);
      assertThat(run.tail(), status, equalTo(0));
    }
  }

  private static void expectTheSame(String name) throws IOException {
    OutputFolder output = Stores.of(server.options()).folder("gs://news/" + name);
    Path copy = folder.resolve(name);
    for (OutputFolder.Entry file : output.list()) {
      Path target = copy.resolve(file.name());
      Files.createDirectories(target.resolveSibling(""));
      Files.write(target, output.read(file.name()));
    }
    assertThat(name, expected.differenceTo(Output.read(copy)), equalTo(""));
  }
}
