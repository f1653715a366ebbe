package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that {@code pipelines/run} makes of the jar, and starts it with. */
class ClassArchiveIT {
  private static final Path JAR =
      Path.of(System.getProperty("newsfold.basedir", ""), "target/newsfold.jar").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void theJarStartsWithTheArchiveOfItsClasses() throws IOException, InterruptedException {
    Path archive = folder.resolve("newsfold.jsa");
    Path work = Files.createDirectory(folder.resolve("work"));
    List<String> opens =
        Stream.of("lang", "lang.reflect", "util", "nio", "time", "util.concurrent")
            .map(name -> "--add-opens=java.base/java." + name + "=ALL-UNNAMED")
            .toList();
    List<String> making = new ArrayList<>(opens);
    making.addAll(
        List.of(
            "-XX:ArchiveClassesAtExit=" + archive,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            JAR.toString(),
            ClassArchive.class.getName(),
            work.toString()));
    start(making);
    assertThat(Files.exists(work.resolve("direct/run.json")), equalTo(true));
    assertThat(Files.exists(work.resolve("flink/run.json")), equalTo(true));

    // With -Xshare:on a JVM that cannot use the archive does not start.
    String version =
        start(
            List.of(
                "-Xshare:on",
                "-XX:SharedArchiveFile=" + archive,
                "-jar",
                JAR.toString(),
                "--version"));
    assertThat(version, startsWith("newsfold "));
  }

  private static String start(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said, process.waitFor(), equalTo(0));
    return said;
  }
}
