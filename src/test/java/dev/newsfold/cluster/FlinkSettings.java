package dev.newsfold.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of a session cluster that listens on loopback only and fits a small machine. */
final class FlinkSettings {
  static final int SLOTS = 2;

  private static final int TASK_HEAP = 448;
  private static final int FRAMEWORK_HEAP = 64;
  private static final int FRAMEWORK_OFF_HEAP = 64;
  private static final int TASK_OFF_HEAP = 32;
  private static final int NETWORK = 128;
  private static final int MANAGED = 128;
  private static final int METASPACE = 256;
  private static final int OVERHEAD = 64;

  /** Packages that Flink, Beam and Avro open by reflection, as in Flink's own scripts. */
  private static final List<String> OPENS =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.reflect",
          "java.base/java.lang.invoke",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.text",
          "java.base/java.time",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/java.util.concurrent.locks",
          "java.base/sun.nio.ch");

  /** Lives too short for the optimizing compiler, with too few cores for many collector threads. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private FlinkSettings() {}

  /** Writes {@code config.yaml} into {@code folder}. */
  static void write(Path folder, int rpcPort, int restPort) throws IOException {
    SortedMap<String, Object> settings = new TreeMap<>();
    loopback(settings, rpcPort, restPort);
    memory(settings);
    settings.put("taskmanager.numberOfTaskSlots", SLOTS);
    settings.put("taskmanager.cpu.cores", 1.0);
    settings.put("io.tmp.dirs", Files.createDirectories(folder.resolve("tmp")));
    settings.put("state.checkpoints.dir", folder.resolve("checkpoints").toUri());
    settings.put("state.savepoints.dir", folder.resolve("savepoints").toUri());
    // A process that is gone is missed after two heartbeats, one that hangs after the timeout.
    settings.put("heartbeat.interval", 500);
    settings.put("heartbeat.timeout", 15_000);
    // For batches, as pipelines/README.md has it; streams bring their own.
    settings.put("restart-strategy.type", "fixed-delay");
    settings.put("restart-strategy.fixed-delay.attempts", 30);
    settings.put("restart-strategy.fixed-delay.delay", "1 s");
    // By default every sorted shuffle takes 512 buffers of 32 KiB, more than a small machine has.
    settings.put("taskmanager.network.sort-shuffle.min-buffers", 64);
    // An article may be larger than what 64 MB of managed memory come to for each of many sorts.
    settings.put("taskmanager.runtime.large-record-handler", true);
    settings.put("slot.request.timeout", 60_000);
    settings.put("rest.client.max-content-length", 1 << 30);
    // Clients find out soon that there is no JobManager any more.
    settings.put("rest.retry.max-attempts", 3);
    settings.put("rest.retry.delay", 500);
    // A job's jar, 120 MB of it, goes from the disk soon after the job has ended.
    settings.put("blob.service.cleanup.interval", 5);
    // Each TaskManager gets its share of a job, so that to kill any of them is to hit the job.
    settings.put("taskmanager.load-balance.mode", "SLOTS");
    // Otherwise REST tells what a job was like up to three seconds ago.
    settings.put("web.refresh-interval", 50);
    settings.put("metrics.fetcher.update-interval", 500);
    String yaml =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + ": \"" + setting.getValue() + "\"\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("config.yaml"), yaml);
  }

  private static void loopback(SortedMap<String, Object> settings, int rpcPort, int restPort) {
    for (String key :
        List.of(
            "jobmanager.rpc.address",
            "jobmanager.bind-host",
            "rest.address",
            "rest.bind-address",
            "taskmanager.host",
            "taskmanager.bind-host")) {
      settings.put(key, Loopback.ADDRESS);
    }
    settings.put("jobmanager.rpc.port", rpcPort);
    settings.put("rest.port", restPort);
    settings.put("rest.bind-port", restPort);
  }

  private static void memory(SortedMap<String, Object> settings) {
    settings.put("jobmanager.memory.heap.size", "384m");
    settings.put("jobmanager.memory.off-heap.size", "96m");
    settings.put("jobmanager.memory.jvm-metaspace.size", "256m");
    settings.put("jobmanager.memory.jvm-overhead.min", "64m");
    settings.put("jobmanager.memory.jvm-overhead.max", "64m");
    String prefix = "taskmanager.memory.";
    settings.put(prefix + "task.heap.size", megabytes(TASK_HEAP));
    settings.put(prefix + "task.off-heap.size", megabytes(TASK_OFF_HEAP));
    settings.put(prefix + "framework.heap.size", megabytes(FRAMEWORK_HEAP));
    settings.put(prefix + "framework.off-heap.size", megabytes(FRAMEWORK_OFF_HEAP));
    settings.put(prefix + "managed.size", megabytes(MANAGED));
    settings.put(prefix + "network.min", megabytes(NETWORK));
    settings.put(prefix + "network.max", megabytes(NETWORK));
    settings.put(prefix + "jvm-metaspace.size", megabytes(METASPACE));
    settings.put(prefix + "jvm-overhead.min", megabytes(OVERHEAD));
    settings.put(prefix + "jvm-overhead.max", megabytes(OVERHEAD));
  }

  /** Flags of a TaskManager's JVM that give it the memory which its settings tell of. */
  static List<String> taskManagerFlags() {
    List<String> flags = new ArrayList<>(opens());
    flags.add("-Xms" + megabytes(TASK_HEAP + FRAMEWORK_HEAP));
    flags.add("-Xmx" + megabytes(TASK_HEAP + FRAMEWORK_HEAP));
    flags.add("-XX:MaxDirectMemorySize=" + megabytes(TASK_OFF_HEAP + FRAMEWORK_OFF_HEAP + NETWORK));
    flags.add("-XX:MaxMetaspaceSize=" + megabytes(METASPACE));
    flags.addAll(SHORT_LIVED);
    return flags;
  }

  /** Flags of a JobManager's JVM. */
  static List<String> jobManagerFlags() {
    List<String> flags = new ArrayList<>(opens());
    flags.add("-Xmx384m");
    flags.add("-XX:MaxMetaspaceSize=256m");
    flags.addAll(SHORT_LIVED);
    return flags;
  }

  /** Flags that open packages for reflection. */
  static List<String> opens() {
    return OPENS.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED").toList();
  }

  private static String megabytes(int size) {
    return size + "m";
  }
}
