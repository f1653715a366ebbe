package dev.newsfold;

import dev.newsfold.commands.MakeTables;
import dev.newsfold.jobs.Console;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.jobs.JobException;
import dev.newsfold.jobs.Jobs;
import dev.newsfold.stores.StoreSetupException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** The entry point: starts a job or a command by its name. */
public final class Newsfold {
  private Newsfold() {}

  /** Exits with the code of {@link ExitCode} that says how it went. */
  public static void main(String[] args) {
    TemporaryFiles.keepTogether();
    Console console =
        new Console(
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            Clock.systemUTC(),
            Boolean.getBoolean("newsfold.terminal"));
    System.exit(run(List.of(args), console));
  }

  /** Runs one job or command to its end, and returns the exit status. */
  public static int run(List<String> args, Console console) {
    String word = args.isEmpty() ? "" : args.get(0);
    if (word.isEmpty()) {
      console.out().print(Usage.text());
      return ExitCode.USAGE.code();
    }
    List<String> rest = args.subList(1, args.size());
    try {
      if (word.equals("--version")) {
        console.out().println(Jobs.version());
        return ExitCode.OK.code();
      }
      if (word.equals("help") && !rest.isEmpty()) {
        return help(rest.get(0), console);
      }
      if (word.equals("help") || Usage.asksForHelp(List.of(word))) {
        console.out().print(Usage.text());
        return ExitCode.OK.code();
      }
      if (Usage.asksForHelp(rest)) {
        return help(word, console);
      }
      if (Jobs.isJob(word)) {
        Jobs.run(word, rest, console.with(new MakeTables()));
        return ExitCode.OK.code();
      }
      return Commands.run(word, rest, console);
    } catch (JobException e) {
      console.err().println("newsfold: " + e.getMessage());
      if (e.exitCode() == ExitCode.FAILED && e.getCause() != null) {
        keepTrace(e, console);
      }
      return e.exitCode().code();
    } catch (StoreSetupException e) {
      console.err().println("newsfold: " + e.getMessage());
      return ExitCode.USAGE.code();
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      // Nobody has foreseen it; it is told in a line and by the status all the same.
      console.err().println("newsfold: failed: " + e);
      keepTrace(e, console);
      return ExitCode.FAILED.code();
    }
  }

  private static void keepTrace(Throwable failure, Console console) {
    FailureLog.write(failure)
        .ifPresent(log -> console.err().println("newsfold: the trace of it is in " + log));
  }

  private static int help(String word, Console console) throws JobException {
    console.out().print(Jobs.isJob(word) ? Jobs.help(word) : Commands.help(word));
    return ExitCode.OK.code();
  }
}
