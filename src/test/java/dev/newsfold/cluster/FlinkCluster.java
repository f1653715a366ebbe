package dev.newsfold.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Flink session cluster: a JobManager and TaskManagers, each a process of its own, that listen on
 * loopback only. There is no high availability: a JobManager that is killed forgets its jobs, and
 * what outlives it are their retained checkpoints.
 */
final class FlinkCluster implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Path folder;
  private final int rpcPort;
  private final int restPort;
  private final FlinkRest rest;
  private final List<JavaProcess> taskManagers = new ArrayList<>();
  private JavaProcess jobManager;
  private int started;

  private FlinkCluster(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.rpcPort = Loopback.freePort();
    this.restPort = Loopback.freePort();
    this.rest = new FlinkRest(address());
    FlinkSettings.write(folder, rpcPort, restPort);
    this.jobManager = launchJobManager();
  }

  /**
   * Starts a cluster, and waits until all of it is there.
   *
   * @param folder for its settings, logs, temporary files, checkpoints and savepoints
   */
  static FlinkCluster start(Path folder, int taskManagers)
      throws IOException, InterruptedException {
    FlinkCluster cluster = new FlinkCluster(folder);
    try {
      for (int i = 0; i < taskManagers; i++) {
        cluster.startTaskManager();
      }
      cluster.awaitTaskManagers(taskManagers);
      return cluster;
    } catch (IOException | InterruptedException e) {
      cluster.close();
      throw e;
    }
  }

  /** What {@code --flinkMaster} takes. */
  String address() {
    return Loopback.ADDRESS + ':' + restPort;
  }

  /** The folder of {@code config.yaml} and the logs. */
  Path folder() {
    return folder;
  }

  FlinkRest rest() {
    return rest;
  }

  /** The processes of the cluster that run. */
  List<Long> pids() {
    List<Long> pids = new ArrayList<>(List.of(jobManager.pid()));
    taskManagers.forEach(process -> pids.add(process.pid()));
    return pids;
  }

  int taskManagers() {
    return taskManagers.size();
  }

  long taskManagerPid(int index) {
    return taskManagers.get(index).pid();
  }

  /** Kills a TaskManager of those that run. The JobManager misses it a second or so later. */
  void killTaskManager(int index) {
    taskManagers.remove(index).kill();
  }

  /** Starts one more TaskManager, and waits for nothing. */
  void startTaskManager() throws IOException {
    launchTaskManager(List.of());
  }

  /** Starts one more TaskManager with more flags for its JVM, and waits for nothing. */
  JavaProcess startTaskManager(List<String> more) throws IOException {
    return launchTaskManager(more);
  }

  /** Kills the JobManager; the TaskManagers go on looking for one at its address. */
  void killJobManager() {
    jobManager.kill();
  }

  /** Starts a JobManager where the last one was. It knows no jobs. */
  void startJobManager() throws IOException, InterruptedException {
    jobManager = launchJobManager();
    awaitTaskManagers(taskManagers.size());
  }

  /** Makes the cluster whole again, whatever has happened to it: no jobs, all TaskManagers. */
  void restore(int wanted) throws IOException, InterruptedException {
    if (!jobManager.isAlive()) {
      startJobManager();
    }
    for (FlinkRest.Job job : rest.liveJobs()) {
      rest.cancel(job.id());
    }
    Await.until(START_LIMIT, () -> rest.liveJobs().isEmpty(), () -> "jobs go on\n" + tails());
    taskManagers.removeIf(process -> !process.isAlive());
    while (taskManagers.size() < wanted) {
      startTaskManager();
    }
    awaitTaskManagers(taskManagers.size());
  }

  private void awaitTaskManagers(int count) throws IOException, InterruptedException {
    Await.until(
        START_LIMIT,
        () -> {
          if (!jobManager.isAlive() || !taskManagers.stream().allMatch(JavaProcess::isAlive)) {
            throw new IOException("a process of the cluster has ended\n" + tails());
          }
          try {
            return rest.taskManagers() == count && rest.freeSlots() == count * FlinkSettings.SLOTS;
          } catch (IOException e) {
            return false; // Its REST interface is not up yet.
          }
        },
        () -> "the cluster is not whole\n" + tails());
  }

  private JavaProcess launchJobManager() throws IOException {
    return launch(
        "jobmanager-" + ++started,
        FlinkSettings.jobManagerFlags(),
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        "--executionMode",
        "cluster");
  }

  private JavaProcess launchTaskManager(List<String> more) throws IOException {
    List<String> flags = new ArrayList<>(FlinkSettings.taskManagerFlags());
    flags.addAll(more);
    JavaProcess process =
        launch(
            "taskmanager-" + ++started,
            flags,
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner");
    taskManagers.add(process);
    return process;
  }

  private JavaProcess launch(String name, List<String> flags, String main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(flags);
    command.addAll(JavaProcess.classPath(ClassPath.flink()));
    command.addAll(List.of(main, "--configDir", folder.toString()));
    command.addAll(List.of(arguments));
    return JavaProcess.start(name, folder, command);
  }

  /** The ends of all logs, for the message of a failure. */
  String tails() {
    StringBuilder text = new StringBuilder(jobManager.tail());
    taskManagers.forEach(process -> text.append('\n').append(process.tail()));
    return text.toString();
  }

  @Override
  public void close() {
    taskManagers.forEach(JavaProcess::close);
    jobManager.close();
    try {
      Folders.delete(folder.resolve("tmp"));
    } catch (IOException e) {
      System.err.println("left " + folder.resolve("tmp") + ": " + e);
    }
  }
}
