package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever end a process comes to, nothing of it stays in the folder of temporary files. */
class TemporaryFilesTest {
  @TempDir Path folder;
  private Path temporary = Path.of("");

  @BeforeEach
  void setUp() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    Path input = Files.createDirectory(folder.resolve("in"));
    Files.writeString(
        input.resolve("page.html"),
        "<html><head><title>湖滨新桥今日通车</title></head><body><h1>湖滨新桥今日通车</h1>"
            + "<p>2024-05-06 08:00</p><p>"
            + "湖滨新桥今天上午通车，市民可以步行过桥。".repeat(8)
            + "</p></body></html>");
  }

  @Test
  void ofARunThatEndsAndOfAProcessThatWasKilledBefore() throws Exception {
    Path left = Files.createDirectories(temporary.resolve("newsfold-999999999/flink-io-1"));
    Files.writeString(left.resolve("buffers"), "left by a process that was killed");
    Process run = start("local", "--runner=FlinkRunner", "--output=" + folder.resolve("out"));
    assertThat(run.waitFor(400, TimeUnit.SECONDS), equalTo(true));
    assertThat(Files.readString(folder.resolve("log")), run.exitValue(), equalTo(0));
    assertThat(entries(), empty());
  }

  @Test
  void ofOneThatIsToldToEnd() throws Exception {
    Process stream =
        start("stream", "--output=" + folder.resolve("out"), "--every=PT1S", "--settle=PT0.2S");
    for (int i = 0; i < 600 && !Files.exists(folder.resolve("out/run.json")); i++) {
      Thread.sleep(100);
    }
    assertThat(entries() + Files.readString(folder.resolve("log")), entries(), hasSize(1));
    stream.destroy();
    assertThat(stream.waitFor(60, TimeUnit.SECONDS), equalTo(true));
    assertThat(entries(), empty());
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> paths = Files.list(temporary)) {
      return paths.toList();
    }
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            Newsfold.class.getName()));
    command.addAll(List.of(args));
    command.add("--input=" + folder.resolve("in"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }
}
