package dev.newsfold;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
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
    Path archive = JarClasses.archiveOf(JAR);
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

  /** As of an installation that belongs to another user; the superuser may write there, too. */
  @Test
  void whereNothingCanBeWrittenRunsStartWithoutAWordAboutIt()
      throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("home"));
    for (String name : List.of("src/main", "schemas", "pipelines", "target", "bin")) {
      Files.createDirectories(home.resolve(name));
    }
    Path run = home.resolve("pipelines/run");
    Files.copy(JAR.resolveSibling("../pipelines/run"), run, StandardCopyOption.COPY_ATTRIBUTES);
    Files.createFile(home.resolve("pom.xml"));
    Files.createFile(home.resolve("target/newsfold-hdfs.jar"));
    // Newer than all that it could be made of.
    Files.createSymbolicLink(home.resolve("target/newsfold.jar"), JAR);
    try (Stream<Path> sources = Files.walk(home)) {
      for (Path source : sources.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));
      }
    }
    Path refusing = home.resolve("bin/mktemp");
    Files.writeString(refusing, "#!/bin/sh\necho 'mktemp: Permission denied' >&2\nexit 1\n");
    Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder starter = new ProcessBuilder(run.toString(), "--version");
    starter.environment().merge("PATH", "", (path, none) -> refusing.getParent() + ":" + path);
    Process process = starter.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said, process.waitFor(), equalTo(0));
    assertThat(said, startsWith("newsfold "));
    assertThat(Files.exists(home.resolve("target/newsfold.jsa")), equalTo(false));
  }
}
