package dev.newsfold.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Settings of Flink that Beam has no flag for; it reads them from a folder only. */
final class FlinkSettings {
  private static final String LOOPBACK = "127.0.0.1";

  /** How often a batch on a cluster is tried again; no page of any kind makes it fail. */
  private static final int RETRIES = 3;

  private FlinkSettings() {}

  /** Whether the job runs in this process: no master is named, nor is this Flink's own launcher. */
  static boolean isEmbedded(FlinkPipelineOptions flink) {
    return flink.getFlinkMaster().startsWith("[")
        && ExecutionEnvironment.areExplicitEnvironmentsAllowed();
  }

  /** Sets up a Flink in this process, so that nobody else on the network can reach it. */
  static void embed(FlinkPipelineOptions flink, Map<String, String> more) throws JobException {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put(RestOptions.BIND_ADDRESS.key(), LOOPBACK);
    settings.put(JobManagerOptions.BIND_HOST.key(), LOOPBACK);
    settings.put(TaskManagerOptions.BIND_HOST.key(), LOOPBACK);
    write(flink, settings);
  }

  /**
   * Makes a batch on a cluster try again where a worker is lost: what it has written it writes
   * again, alike. Beam's own flag for it reaches streams only.
   */
  static void tryAgain(PipelineOptions options, Set<String> given) throws JobException {
    if (options.getRunner() != FlinkRunner.class || given.contains("flinkConfDir")) {
      return;
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (!isEmbedded(flink)) {
      boolean said = given.contains("numberOfExecutionRetries");
      int retries = said ? flink.getNumberOfExecutionRetries() : RETRIES;
      write(
          flink,
          Map.of(
              RestartStrategyOptions.RESTART_STRATEGY.key(),
              "fixed-delay",
              RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS.key(),
              Integer.toString(retries),
              RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY.key(),
              "1 s"));
    }
  }

  private static void write(FlinkPipelineOptions flink, Map<String, String> settings)
      throws JobException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(settings)
        .forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    try {
      Path folder = Files.createTempDirectory("newsfold-flink");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("flink-conf.yaml");
      file.toFile().deleteOnExit();
      Files.writeString(file, text, StandardCharsets.UTF_8);
      flink.setFlinkConfDir(folder.toString());
    } catch (IOException e) {
      throw new JobException(ExitCode.FAILED, "cannot write Flink's configuration: " + e, e);
    }
  }
}
