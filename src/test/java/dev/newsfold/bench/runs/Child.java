package dev.newsfold.bench.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a process has taken, told by the system when it has ended. Only one may run at a time.
 *
 * @param peakMegabytes the most memory that it has held
 * @param shuffledMegabytes what tasks of a cluster handed to other tasks; 0 where nobody counts it
 */
record Child(
    double wallSeconds,
    double cpuSeconds,
    long peakMegabytes,
    double shuffledMegabytes,
    int exitCode) {
  private static final long LOOK_EVERY_MILLIS = 20;

  /** Runs a process to its end; what it writes goes to {@code log}. */
  static Child run(List<String> command, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    double cpu = Proc.cpuOfEndedChildren();
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      long peak = 0;
      do {
        peak = Math.max(peak, Proc.peakKilobytes(process.pid()));
      } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
      return new Child(
          (System.nanoTime() - start) / 1e9,
          Proc.cpuOfEndedChildren() - cpu,
          peak / 1024,
          0,
          process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }
}
