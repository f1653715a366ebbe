package dev.newsfold.bench.runs;

import com.sun.management.OperatingSystemMXBean;
import dev.newsfold.Newsfold;
import dev.newsfold.jobs.JobContext;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The program of a child: goes through the pages so many times in one JVM, and writes of each time
 * how long it took, in a line {@code pass N WALL CPU}, in seconds.
 *
 * <p>{@code Passes N REPORT OUTPUT SUBJECT FILE…} is the plain loop, {@code Passes N REPORT OUTPUT
 * run ARGUMENT…} the jar's own entry point. Each pass writes into a folder of its own in OUTPUT.
 */
final class Passes {
  private Passes() {}

  /** One time through all pages. */
  private interface Pass {
    void run(Path output) throws IOException, InterruptedException;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int passes = Integer.parseInt(args[0]);
    Path report = Path.of(args[1]);
    Path output = Path.of(args[2]);
    Pass pass = pass(args[3], Arrays.asList(args).subList(4, args.length));
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= passes; i++) {
      long wall = System.nanoTime();
      long cpu = system.getProcessCpuTime();
      pass.run(output.resolve("pass-" + i));
      lines.append(
          String.format(
              Locale.ROOT,
              "pass %d %.3f %.3f%n",
              i,
              (System.nanoTime() - wall) / 1e9,
              (system.getProcessCpuTime() - cpu) / 1e9));
    }
    Files.writeString(report, lines, StandardCharsets.UTF_8);
    System.exit(0); // Runners leave threads behind.
  }

  private static Pass pass(String subject, List<String> rest) {
    if (!subject.equals("run")) {
      List<Path> files = rest.stream().map(Path::of).toList();
      return output -> Loop.run(Subject.valueOf(subject), files, output);
    }
    JobContext context =
        new JobContext(
            new PrintStream(System.out, true, StandardCharsets.UTF_8),
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            Clock.systemUTC(),
            false);
    return output -> {
      List<String> arguments = new ArrayList<>(rest);
      arguments.add("--output=" + output);
      int code = Newsfold.run(arguments, context);
      if (code != 0) {
        System.exit(code);
      }
    };
  }
}
