package dev.newsfold.jobs;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.configuration.AlgorithmOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Settings of Flink that Beam has no flag for; it reads them from a folder only. */
final class FlinkSettings {
  private static final String LOOPBACK = "127.0.0.1";

  /** The variable that names the folder of Flink's configuration. */
  private static final String CONFIGURATION = "FLINK_CONF_DIR";

  private static final List<String> CONFIGURATION_FILES = List.of("config.yaml", "flink-conf.yaml");

  private static final String LARGE_RECORDS = AlgorithmOptions.USE_LARGE_RECORDS_HANDLER.key();

  /** So many are well with Flink's default of 64 MB for buffers. */
  private static final int FEW_TASKS = 4;

  private static final int MEGABYTES_OF_A_TASK = 16;

  private static final int BUFFERS_OF_AN_OUTPUT = 64;

  private FlinkSettings() {}

  /** Whether the job runs in this process: no master is named, nor is this Flink's own launcher. */
  static boolean isEmbedded(FlinkPipelineOptions flink) {
    return flink.getFlinkMaster().startsWith("[")
        && ExecutionEnvironment.areExplicitEnvironmentsAllowed();
  }

  /**
   * Sets up a Flink in this process, so that nobody else on the network can reach it. What goes
   * from step to step is not compressed: it does not leave the machine, and to compress it took a
   * run a twentieth of its time.
   *
   * <p>A record that no sort buffer holds is sorted by its key alone: an article of nine megabytes
   * ended a run.
   */
  static void embed(FlinkPipelineOptions flink, Map<String, String> more) throws JobException {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put(
        NettyShuffleEnvironmentOptions.BATCH_SHUFFLE_COMPRESSION_ENABLED.key(),
        Boolean.toString(false));
    settings.put(LARGE_RECORDS, Boolean.toString(true));
    settings.put(RestOptions.BIND_ADDRESS.key(), LOOPBACK);
    settings.put(JobManagerOptions.BIND_HOST.key(), LOOPBACK);
    settings.put(TaskManagerOptions.BIND_HOST.key(), LOOPBACK);
    if (flink.getParallelism() > FEW_TASKS) {
      settings.putAll(buffers(flink.getParallelism()));
    }
    write(flink, settings);
  }

  /**
   * What so many tasks need to send records. By Flink's default each output of a task takes 512
   * buffers of 2048 that all share. They take fewer, and have more, in memory beside the heap.
   */
  private static Map<String, String> buffers(int tasks) {
    long most = Runtime.getRuntime().maxMemory() / 2 >> 20;
    String memory =
        MemorySize.ofMebiBytes(Math.min((long) MEGABYTES_OF_A_TASK * tasks, most)).toString();
    return Map.of(
        TaskManagerOptions.NETWORK_MEMORY_MIN.key(),
        memory,
        TaskManagerOptions.NETWORK_MEMORY_MAX.key(),
        memory,
        NettyShuffleEnvironmentOptions.NETWORK_SORT_SHUFFLE_MIN_BUFFERS.key(),
        Integer.toString(BUFFERS_OF_AN_OUTPUT));
  }

  /** Has a batch on a cluster sort large records, too, which its client decides. */
  static void submit(FlinkPipelineOptions flink) throws JobException {
    write(flink, Map.of(LARGE_RECORDS, Boolean.toString(true)));
  }

  /**
   * Refuses a configuration that Flink would not find: it reads that folder wherever a job runs,
   * and where the file is not there it fails with a trace.
   *
   * @param environment of the process
   */
  static void checkEnvironment(Map<String, String> environment) throws JobException {
    String folder = environment.get(CONFIGURATION);
    if (folder != null && CONFIGURATION_FILES.stream().noneMatch(f -> isFile(folder, f))) {
      throw new JobException(
          ExitCode.USAGE,
          CONFIGURATION
              + " is "
              + folder
              + ", where there is neither "
              + String.join(" nor ", CONFIGURATION_FILES)
              + "; unset it, or name the folder of Flink's configuration");
    }
  }

  /** Whether the one who starts a job has a configuration of Flink. */
  static boolean isFound(Map<String, String> environment) {
    return environment.containsKey(CONFIGURATION);
  }

  private static boolean isFile(String folder, String name) {
    return new File(folder, name).isFile();
  }

  private static void write(FlinkPipelineOptions flink, Map<String, String> settings)
      throws JobException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(settings)
        .forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    try {
      // Asked for by name: the JDK's own notion of it is that of the process's first moment.
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      Path folder = Files.createTempDirectory(temporary, "newsfold-flink");
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
