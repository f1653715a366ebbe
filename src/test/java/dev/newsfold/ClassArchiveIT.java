package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    JarClasses.archive(JAR, work, archive);
    assertThat(Files.exists(work.resolve("direct/run.json")), equalTo(true));
    assertThat(Files.exists(work.resolve("flink/run.json")), equalTo(true));

    // With -Xshare:on a JVM that cannot use the archive does not start.
    String version =
        JarClasses.java(
            List.of(
                "-Xshare:on",
                "-XX:SharedArchiveFile=" + archive,
                "-jar",
                JAR.toString(),
                "--version"));
    assertThat(version, startsWith("newsfold "));
  }
}
