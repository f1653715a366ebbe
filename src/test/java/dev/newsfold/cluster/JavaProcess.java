package dev.newsfold.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM of its own, whose output goes to a file. None outlives the JVM that has started it. */
public final class JavaProcess implements AutoCloseable {
  private static final int TAIL_LINES = 60;
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(JavaProcess::kill), "stop-processes"));
  }

  private final String name;
  private final Process process;
  private final Path log;

  private JavaProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts {@code java}.
   *
   * @param name of the log file
   * @param folder of the log file
   * @param arguments flags of the JVM, its class or jar, and its arguments
   */
  static JavaProcess start(String name, Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return run(name, folder, command);
  }

  /** Starts any program that ends by running {@code java}. */
  public static JavaProcess run(String name, Path folder, List<String> command) throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(key -> key.startsWith("FLINK_"));
    if (Files.exists(folder.resolve("config.yaml"))) {
      builder.environment().put("FLINK_CONF_DIR", folder.toString());
    }
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process.getOutputStream().close();
    RUNNING.add(process);
    return new JavaProcess(name, process, log);
  }

  /** The flags that put {@code jars} on a class path. */
  static List<String> classPath(List<Path> jars) {
    return List.of(
        "-cp", jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it at once (SIGKILL); nothing in it gets to tidy up. */
  void kill() {
    kill(process);
  }

  /** Waits for its end, and returns the exit status. */
  public int waitFor(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException(name + " is still running after " + limit + "\n" + tail());
    }
    RUNNING.remove(process);
    return process.exitValue();
  }

  /** Waits for its end, which has to be by that exit status. */
  public void expectEnd(Duration limit, int status) throws IOException, InterruptedException {
    int found = waitFor(limit);
    assertThat(tail(), found, is(status));
  }

  /** All that it has written. */
  public String output() throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }

  /** The last of what it has written, for the message of a failure. */
  public String tail() {
    try {
      List<String> lines = output().lines().toList();
      return "--- the end of "
          + log
          + "\n"
          + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "--- no log: " + e;
    }
  }

  @Override
  public void close() {
    kill(process);
  }

  private static void kill(Process process) {
    // What it has started in turn goes first, or it would be left without a parent.
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    RUNNING.remove(process);
  }
}
