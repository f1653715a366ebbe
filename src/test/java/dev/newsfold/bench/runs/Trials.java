package dev.newsfold.bench.runs;

import dev.newsfold.cluster.BenchCluster;
import dev.newsfold.jobs.CompilerFlags;
import dev.newsfold.jobs.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Measures a subject once: cold, as its users start it, in a process that ends with it; or warm,
 * the second time that one JVM goes through the pages. On a cluster, a run is cold whose cluster
 * has just been started, and warm the second on it.
 *
 * <p>What all of them have written is deleted at the end. For minutes after a folder of many files
 * is deleted, ext4 takes up to a millisecond to make a file (it passes over inodes that were freed
 * of late, one by one), which the next trial would have paid for: a run's report is some thousand
 * files.
 */
final class Trials implements AutoCloseable {
  private static final int WARM_PASS = 2;

  private final Path home;
  private final BenchFlags flags;
  private final Path all;
  private Path work;
  private int number;

  /**
   * @param home the project's folder
   */
  Trials(Path home, BenchFlags flags) {
    this.home = home;
    this.flags = flags;
    this.all = flags.output().resolve("work");
    this.work = all;
  }

  /** Where the last run has written what it says. */
  Path log(Subject subject, boolean warm) {
    return flags.output().resolve(subject.flag() + (warm ? "-warm" : "-cold") + ".log");
  }

  @Override
  public void close() throws IOException {
    FileUtils.deleteDirectory(all.toFile());
  }

  Measured measure(int round, Subject subject, BenchInput input, boolean warm)
      throws IOException, InterruptedException {
    work = all.resolve(Integer.toString(++number));
    FileUtils.deleteDirectory(work.toFile()); // What a bench has left that was stopped.
    Files.createDirectories(work);
    double load = Proc.load();
    Child child =
        subject == Subject.CLUSTER
            ? onCluster(input, warm)
            : warm ? warm(subject, input) : cold(subject, input);
    return new Measured(
        round,
        subject,
        input,
        warm,
        load,
        child.wallSeconds(),
        child.cpuSeconds(),
        child.peakMegabytes(),
        child.shuffledMegabytes(),
        child.exitCode());
  }

  private Child cold(Subject subject, BenchInput input) throws IOException, InterruptedException {
    return subject.isLoop()
        ? passes(1, subject, input)
        : job(subject, input, List.of(), false, "out");
  }

  private Child warm(Subject subject, BenchInput input) throws IOException, InterruptedException {
    Child whole = passes(WARM_PASS, subject, input);
    if (whole.exitCode() != 0) {
      return whole;
    }
    List<String> lines = Files.readAllLines(work.resolve("passes"), StandardCharsets.UTF_8);
    String[] last = lines.get(lines.size() - 1).split(" ");
    return new Child(
        Double.parseDouble(last[2]), Double.parseDouble(last[3]), whole.peakMegabytes(), 0, 0);
  }

  private Child onCluster(BenchInput input, boolean warm) throws IOException, InterruptedException {
    try (BenchCluster cluster = BenchCluster.start(work.resolve("cluster"))) {
      return onCluster(cluster, input, warm);
    } catch (IOException e) {
      Files.writeString(log(Subject.CLUSTER, warm), String.valueOf(e.getMessage()));
      return new Child(0, 0, 0, 0, ExitCode.NOT_NOW.code());
    }
  }

  private Child onCluster(BenchCluster cluster, BenchInput input, boolean warm)
      throws IOException, InterruptedException {
    if (warm) {
      Child first = job(Subject.CLUSTER, input, cluster.flags(), true, "first");
      if (first.exitCode() != 0) {
        return first;
      }
    }
    double cpu = Proc.cpu(cluster.pids());
    long shuffled = cluster.shuffledBytes();
    Child client = job(Subject.CLUSTER, input, cluster.flags(), warm, "out");
    long peaks = cluster.pids().stream().mapToLong(Proc::peakKilobytes).sum();
    return new Child(
        client.wallSeconds(),
        client.cpuSeconds() + Proc.cpu(cluster.pids()) - cpu,
        client.peakMegabytes() + peaks / 1024,
        (cluster.shuffledBytes() - shuffled) / 1e6,
        client.exitCode());
  }

  /** A run as its users start it. */
  private Child job(
      Subject subject, BenchInput input, List<String> more, boolean warm, String output)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("pipelines/run").toString());
    command.addAll(arguments(subject, input));
    command.addAll(more);
    command.add("--output=" + work.resolve(output));
    return Child.run(
        command, Map.of("NEWSFOLD_JAVA_OPTS", "-Xmx" + flags.heap()), log(subject, warm));
  }

  private static List<String> arguments(Subject subject, BenchInput input) {
    List<String> arguments = new ArrayList<>(List.of("local", "--input=" + input.flag()));
    arguments.add("--runner=" + (subject == Subject.DIRECT ? "DirectRunner" : "FlinkRunner"));
    if (subject != Subject.DIRECT) {
      arguments.add("--parallelism=2");
    }
    return arguments;
  }

  private Child passes(int passes, Subject subject, BenchInput input)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String opened :
        List.of("lang", "lang.reflect", "util", "nio", "time", "util.concurrent")) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    // As in pipelines/run.
    command.addAll(List.of("-XX:+UseParallelGC", "-Xmx" + flags.heap(), "-Dfile.encoding=UTF-8"));
    command.addAll(CompilerFlags.of(home));
    command.addAll(List.of("-cp", classPath(), Passes.class.getName()));
    command.addAll(
        List.of("" + passes, work.resolve("passes").toString(), work.resolve("out").toString()));
    if (subject.isLoop()) {
      command.add(subject.name());
      input.files().forEach(file -> command.add(file.toString()));
    } else {
      command.add("run");
      command.addAll(arguments(subject, input));
    }
    return Child.run(command, Map.of(), log(subject, passes > 1));
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
