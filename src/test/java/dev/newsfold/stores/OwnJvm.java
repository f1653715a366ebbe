package dev.newsfold.stores;

import dev.newsfold.Newsfold;
import dev.newsfold.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Starts a job or a command in a JVM of its own, with variables of its own. */
public final class OwnJvm {
  private OwnJvm() {}

  /** Starts one with all of this JVM's class path, and waits for its end. */
  public static Started start(Map<String, String> environment, List<String> arguments)
      throws IOException {
    return start(System.getProperty("java.class.path"), environment, arguments);
  }

  /** Starts one with another class path, and waits for its end. */
  public static Started start(
      String classPath, Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
    command.add(Newsfold.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.start();
    CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process, false));
    String out = text(process, true);
    return new Started(process.onExit().join().exitValue(), out, err.join());
  }

  private static String text(Process process, boolean out) {
    try {
      byte[] bytes = (out ? process.getInputStream() : process.getErrorStream()).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
