package dev.newsfold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The archive of the jar's classes that {@code pipelines/run} makes: JVMs start in less time. */
public final class JarClasses {
  private static boolean made;

  private JarClasses() {}

  /** The archive that lies beside the jar; the first who asks waits for it to be made. */
  public static synchronized Path archiveOf(Path jar) throws IOException, InterruptedException {
    Path archive = jar.resolveSibling("newsfold.jsa");
    if (!made) {
      String said = run(List.of(jar.resolveSibling("../pipelines/run").toString(), "--version"));
      if (Files.size(archive) == 0) {
        throw new IOException("no archive of " + jar + " can be made here\n" + said);
      }
      made = true;
    }
    return archive;
  }

  /** Runs a JVM, and returns what it says. */
  static String java(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(arguments);
    return run(command);
  }

  /**
   * Runs a command, and returns what it says.
   *
   * @throws IOException if it fails
   */
  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    return said;
  }
}
