package dev.newsfold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Archives of a jar's classes, as {@code pipelines/run} makes them: JVMs start in less time. */
public final class JarClasses {
  private JarClasses() {}

  /**
   * An archive of the classes of {@code jar} that lies beside it; made where there is none yet, or
   * one of an earlier jar.
   */
  public static synchronized Path archiveOf(Path jar) throws IOException, InterruptedException {
    Path archive = jar.resolveSibling("tested-" + jar.getFileName() + ".jsa");
    if (!Files.exists(archive)
        || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
      Path work = Files.createTempDirectory(jar.resolveSibling(""), "archive");
      archive(jar, work, work.resolve("classes.jsa"));
      Files.move(work.resolve("classes.jsa"), archive, StandardCopyOption.REPLACE_EXISTING);
      try (Stream<Path> left = Files.walk(work)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return archive;
  }

  /**
   * Makes an archive.
   *
   * @param work a folder for the runs of which it is made
   */
  static void archive(Path jar, Path work, Path archive) throws IOException, InterruptedException {
    List<String> flags =
        new ArrayList<>(
            Stream.of("lang", "lang.reflect", "util", "nio", "time", "util.concurrent")
                .map(name -> "--add-opens=java.base/java." + name + "=ALL-UNNAMED")
                .toList());
    flags.addAll(
        List.of(
            "-XX:ArchiveClassesAtExit=" + archive,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            jar.toString(),
            ClassArchive.class.getName(),
            work.toString()));
    java(flags);
    for (String runner : List.of("direct", "flink")) {
      if (!Files.exists(work.resolve(runner).resolve("run.json"))) {
        throw new IOException("an archive without the classes of a run: " + runner);
      }
    }
  }

  /**
   * Runs a JVM, and returns what it says.
   *
   * @throws IOException if it fails
   */
  static String java(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    return said;
  }
}
