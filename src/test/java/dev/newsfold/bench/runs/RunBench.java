package dev.newsfold.bench.runs;

import dev.newsfold.jobs.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The program behind {@code pipelines/run bench}: see {@link BenchFlags#USAGE}. */
public final class RunBench {
  private final Path home;
  private final BenchFlags flags;
  private final PrintStream err;

  private RunBench(Path home, BenchFlags flags, PrintStream err) {
    this.home = home;
    this.flags = flags;
    this.err = err;
  }

  public static void main(String[] args) throws InterruptedException {
    Path home = Path.of(System.getProperty("newsfold.basedir", ".")).toAbsolutePath().normalize();
    System.exit(run(home, List.of(args), System.out, System.err).code());
  }

  /**
   * Runs the whole bench.
   *
   * @param home the project's folder
   */
  static ExitCode run(Path home, List<String> args, PrintStream out, PrintStream err)
      throws InterruptedException {
    if (args.contains("--help")) {
      out.println(BenchFlags.USAGE);
      return ExitCode.OK;
    }
    try {
      BenchFlags flags = BenchFlags.parse(home, args);
      if (!Proc.isThere()) {
        err.println("newsfold bench: it goes by /proc, which only Linux has");
        return ExitCode.FAILED;
      }
      return new RunBench(home, flags, err).run(out);
    } catch (BenchFlags.BadFlag e) {
      err.println("newsfold bench: " + e.getMessage());
      err.println(BenchFlags.USAGE);
      return ExitCode.USAGE;
    } catch (IOException e) {
      err.println("newsfold bench: " + e);
      return ExitCode.FAILED;
    }
  }

  private ExitCode run(PrintStream out) throws IOException, InterruptedException {
    Files.createDirectories(flags.output());
    List<BenchInput> inputs = inputs();
    if (inputs.isEmpty()) {
      err.println("newsfold bench: there are no pages to go through");
      return ExitCode.NO_INPUT;
    }
    List<Measured> runs = new ArrayList<>();
    try (Trials trials = new Trials(home, flags)) {
      for (int round = 1; round <= flags.rounds(); round++) {
        for (BenchInput input : inputs) {
          for (Subject subject : inTurn(round)) {
            for (boolean warm : flags.warm()) {
              Measured run = trials.measure(round, subject, input, warm);
              tell(run, trials.log(subject, warm));
              runs.add(run);
            }
          }
        }
        // After each round: who stops the bench has what it has come to.
        write(runs);
      }
    }
    out.print(BenchTable.of(Summary.of(ordered(runs))));
    long failed = runs.stream().filter(run -> !run.isGood()).count();
    if (failed > 0) {
      err.println("newsfold bench: " + failed + " of " + runs.size() + " runs have failed");
      return ExitCode.FAILED;
    }
    return ExitCode.OK;
  }

  private List<BenchInput> inputs() throws IOException {
    List<BenchInput> inputs = new ArrayList<>();
    for (long size : flags.sizes()) {
      if (flags.inputs().contains("one") || flags.inputs().contains("sixteen")) {
        err.printf(Locale.ROOT, "bench: %,d sample pages in %s%n", size, flags.output());
        List<BenchInput> both =
            BenchInput.sample(Files.createDirectories(flags.output().resolve("pages")), size);
        if (flags.inputs().contains("one")) {
          inputs.add(both.get(0));
        }
        if (flags.inputs().contains("sixteen")) {
          inputs.add(both.get(1));
        }
      }
    }
    if (flags.inputs().contains("real")) {
      Path shared =
          Path.of(System.getProperty("newsfold.shared", home.resolveSibling("shared").toString()));
      List<BenchInput> real = BenchInput.real(shared);
      if (real.isEmpty()) {
        err.println(
            "bench: no real pages in "
                + shared
                + "; NEWSFOLD_JAVA_OPTS=-Dnewsfold.shared=DIR names another place");
      }
      inputs.addAll(real);
    }
    return inputs;
  }

  /** Every other round goes backwards: what comes first has a cooler machine. */
  private List<Subject> inTurn(int round) {
    List<Subject> subjects = new ArrayList<>(flags.subjects());
    if (round % 2 == 0) {
      Collections.reverse(subjects);
    }
    return subjects;
  }

  private void tell(Measured run, Path log) {
    String what =
        String.format(
            Locale.ROOT,
            "bench: round %d of %d, %s, %s, %s: ",
            run.round(),
            flags.rounds(),
            run.input().title(),
            run.subject().title(),
            run.warmth());
    err.println(
        run.isGood()
            ? what
                + String.format(
                    Locale.ROOT,
                    "%.1f s, %.1f CPU s, %,d MB",
                    run.wallSeconds(),
                    run.cpuSeconds(),
                    run.peakMegabytes())
            : what + "failed with status " + run.exitCode() + "; see " + log);
  }

  private void write(List<Measured> runs) throws IOException {
    List<Summary> summaries = Summary.of(ordered(runs));
    BenchJson.write(flags.output().resolve("bench.json"), flags, runs, summaries);
    Files.writeString(flags.output().resolve("bench.svg"), BenchPlot.of(summaries));
    Files.writeString(flags.output().resolve("bench.md"), BenchTable.of(summaries));
  }

  /** Input by input, and subjects in their order, whatever turn they took. */
  private static List<Measured> ordered(List<Measured> runs) {
    List<BenchInput> inputs = runs.stream().map(Measured::input).distinct().toList();
    List<Measured> ordered = new ArrayList<>(runs);
    ordered.sort(
        Comparator.<Measured>comparingInt(run -> inputs.indexOf(run.input()))
            .thenComparing(Measured::subject)
            .thenComparing(Measured::warm));
    return ordered;
  }
}
