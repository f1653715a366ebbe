package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import dev.newsfold.stores.hdfs.HdfsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code pipelines/run} and the two jars, from HDFS to HDFS: here, and on a cluster. */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
class HdfsOnClusterIT {
  @TempDir static Path folder;
  private static HdfsServer server;
  private static Output expected;

  @BeforeAll
  static void runWithoutHdfs() throws IOException, InterruptedException {
    server = HdfsServer.start(folder);
    Path dump = folder.resolve("dump.warc.gz");
    Sample.write(new SampleOptions(60, 3), dump);
    server.put(dump, "/in/dump.warc.gz");
    Path local = folder.resolve("local");
    try (JavaProcess run =
        Launch.alone(folder, "local", List.of("local", "--input=" + dump, "--output=" + local))) {
      run.expectEnd(BatchRuns.LIMIT, 0);
    }
    expected = Output.read(local);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    server.close();
  }

  @Test
  void theSecondJarIsAddedWhereAJobsDefinitionNamesAnAddress()
      throws IOException, InterruptedException {
    Path definition =
        Files.writeString(
            folder.resolve("here.yaml"),
            "job: local\noptions:\n  input: %1$s/in\n  output: %1$s/here\n"
                .formatted(server.address()));
    expectTheSame("here", folder, List.of(definition.toString()));
  }

  @Test
  @Tag("faults")
  void aClusterIsSentBothJars(FlinkCluster cluster) throws IOException, InterruptedException {
    expectTheSame(
        "there",
        cluster.folder(),
        List.of(
            "local",
            "--input=" + server.address() + "/in",
            "--output=" + server.address() + "/there",
            "--runner=FlinkRunner",
            "--parallelism=2",
            "--flinkMaster=" + cluster.address(),
            "--flinkConfDir=" + cluster.folder()));
  }

  private static void expectTheSame(String name, Path logs, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Launch.basedir().resolve("pipelines/run").toString());
    command.addAll(arguments);
    try (JavaProcess run = JavaProcess.run(name, logs, command)) {
      int status = run.waitFor(BatchRuns.LIMIT);
      assertThat(name + '\n' + run.tail(), status, equalTo(0));
    }
    Path copy = folder.resolve(name);
    server.get("/" + name, copy);
    assertThat(name, expected.differenceTo(Output.read(copy)), equalTo(""));
  }
}
