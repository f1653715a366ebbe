package dev.newsfold.bench;

import dev.newsfold.Newsfold;
import dev.newsfold.sinks.RunManifest;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times {@code fold} on invented articles, each run in a process of its own with {@code -Xmx2g}, on
 * the Flink inside it and two cores: {@code ScaleBench FOLDER HOT COUNT…} folds each count of
 * ordinary articles, and then {@code HOT} ordinary ones, as many copies of one page, as many that
 * are edited, and as many days of one column. The last three must take at most twice the time of
 * the first. Comparisons are made by CPU time, too, since that of a busy machine's clock says
 * little.
 *
 * <p>What the runner itself costs is told by {@link PlainFold}, which folds the {@code HOT}
 * ordinary articles in a plain loop: it reads the same files and writes the same articles and
 * stories, but makes no counts and no page for people.
 *
 * <p>Everything is written below FOLDER, which needs some twenty gigabytes for a million articles.
 */
public final class ScaleBench {
  private static final String ROW = "| %-12s | %,9d | %7.1f | %7.2f | %11.1f | %,9d | %5d |%n";

  private final Path folder;
  private final PrintStream out;

  private ScaleBench(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    ScaleBench bench = new ScaleBench(Path.of(args[0]), System.out);
    List<Integer> counts = Stream.of(args).skip(2).map(Integer::valueOf).toList();
    bench.run(counts, Integer.parseInt(args[1]));
  }

  private void run(List<Integer> counts, int hot) throws IOException, InterruptedException {
    out.println(
        "| articles of  |    number | seconds | ms each | CPU seconds |   stories |    MB |");
    out.println("|---|---|---|---|---|---|---|");
    List<Cost> costs = new ArrayList<>();
    for (int count : counts) {
      costs.add(time(ScaleCorpus.ORDINARY, count));
    }
    for (int i = 1; i < counts.size(); i++) {
      double growth = Math.log((double) counts.get(i) / counts.get(i - 1));
      Ratio ratio = costs.get(i).over(costs.get(i - 1));
      out.printf(
          Locale.ROOT,
          "From %,d to %,d time grows with the exponent %.2f, CPU time with %.2f.%n",
          counts.get(i - 1),
          counts.get(i),
          Math.log(ratio.seconds) / growth,
          Math.log(ratio.cpuSeconds) / growth);
    }
    if (hot > 0) {
      int known = counts.indexOf(hot);
      Cost ordinary = known < 0 ? time(ScaleCorpus.ORDINARY, hot) : costs.get(known);
      for (ScaleCorpus corpus :
          List.of(ScaleCorpus.HOT_PAGE, ScaleCorpus.NEAR_COPIES, ScaleCorpus.HOT_TEMPLATE)) {
        Cost cost = time(corpus, hot);
        Ratio ratio = cost.over(ordinary);
        out.printf(
            Locale.ROOT,
            "%s takes %.2f times as long as ordinary articles, and %.2f times the CPU time;"
                + " stories: %,d.%n",
            corpus,
            ratio.seconds,
            ratio.cpuSeconds,
            cost.stories);
      }
      Cost plain = time(ScaleCorpus.ORDINARY, hot, PlainFold.class);
      out.printf(
          Locale.ROOT,
          "%,d ordinary articles take %.2f times the CPU time of a plain loop (%.1f s), with reading"
              + " and writing of articles and stories on both sides.%n",
          hot,
          ordinary.cpuSeconds / plain.cpuSeconds,
          plain.cpuSeconds);
    }
  }

  /** What a run took. */
  private record Cost(double seconds, double cpuSeconds, long stories) {
    Ratio over(Cost other) {
      return new Ratio(seconds / other.seconds, cpuSeconds / other.cpuSeconds);
    }
  }

  /** How many times as long one run took as another. */
  private record Ratio(double seconds, double cpuSeconds) {}

  private Cost time(ScaleCorpus corpus, int count) throws IOException, InterruptedException {
    return time(corpus, count, Newsfold.class);
  }

  private Cost time(ScaleCorpus corpus, int count, Class<?> program)
      throws IOException, InterruptedException {
    Path input = folder.resolve(corpus.name().toLowerCase(Locale.ROOT) + '-' + count);
    Path output = folder.resolve("out");
    Path log = folder.resolve(input.getFileName() + ".log");
    delete(input);
    delete(output);
    corpus.write(input, count);
    long start = System.nanoTime();
    Process process = start(program, input, output, log);
    long peak = 0;
    Duration cpu = Duration.ZERO;
    while (process.isAlive()) {
      peak = Math.max(peak, residentKb(process.pid()));
      cpu = process.info().totalCpuDuration().orElse(cpu);
      Thread.sleep(100);
    }
    double cpuSeconds = cpu.toMillis() / 1000.0;
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException("fold ended with " + process.exitValue() + "; see " + log);
    }
    long stories = RunManifest.read(output).orElseThrow().totals().getOrDefault("stories", 0L);
    out.printf(
        Locale.ROOT,
        ROW,
        program == PlainFold.class ? "plain loop" : corpus,
        count,
        seconds,
        1000 * seconds / count,
        cpuSeconds,
        stories,
        peak / 1024);
    out.flush();
    delete(input);
    delete(output);
    return new Cost(seconds, cpuSeconds, stories);
  }

  private Process start(Class<?> program, Path input, Path output, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx2g",
            "-XX:ActiveProcessorCount=2",
            "-XX:+UseParallelGC",
            "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
            "-cp",
            absolute(System.getProperty("java.class.path")),
            program.getName(),
            "fold",
            "--input=" + input,
            "--output=" + output,
            "--runner=FlinkRunner",
            "--parallelism=2"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Stream.of(classPath.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  /** Peak of the memory that a process holds, heap and all, as Linux tells it; 0 elsewhere. */
  private static long residentKb(long pid) {
    try {
      for (String line :
          Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.UTF_8)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      // It has just ended.
    }
    return 0;
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      org.apache.commons.io.FileUtils.deleteDirectory(tree.toFile());
    }
  }
}
