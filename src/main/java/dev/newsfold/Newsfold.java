package dev.newsfold;

import dev.newsfold.commands.MakeTables;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.jobs.JobContext;
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
    JobContext context =
        new JobContext(
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            Clock.systemUTC(),
            Boolean.getBoolean("newsfold.terminal"));
    System.exit(run(List.of(args), context));
  }

  /** Runs one job or command to its end, and returns the exit status. */
  public static int run(List<String> args, JobContext context) {
    String word = args.isEmpty() ? "" : args.get(0);
    if (word.isEmpty()) {
      context.out().print(Usage.text());
      return ExitCode.USAGE.code();
    }
    List<String> rest = args.subList(1, args.size());
    try {
      if (word.equals("--version")) {
        context.out().println(Jobs.version());
        return ExitCode.OK.code();
      }
      if (word.equals("help") && !rest.isEmpty()) {
        return help(rest.get(0), context);
      }
      if (word.equals("help") || Usage.asksForHelp(List.of(word))) {
        context.out().print(Usage.text());
        return ExitCode.OK.code();
      }
      if (Usage.asksForHelp(rest)) {
        return help(word, context);
      }
      if (Jobs.isJob(word)) {
        Jobs.run(word, rest, context.with(new MakeTables()));
        return ExitCode.OK.code();
      }
      return Commands.run(word, rest, context);
    } catch (JobException e) {
      context.err().println("newsfold: " + e.getMessage());
      if (e.exitCode() == ExitCode.FAILED && e.getCause() != null) {
        keepTrace(e, context);
      }
      return e.exitCode().code();
    } catch (StoreSetupException e) {
      context.err().println("newsfold: " + e.getMessage());
      return ExitCode.USAGE.code();
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      // Nobody has foreseen it; it is told in a line and by the status all the same.
      context.err().println("newsfold: failed: " + e);
      keepTrace(e, context);
      return ExitCode.FAILED.code();
    }
  }

  private static void keepTrace(Throwable failure, JobContext context) {
    FailureLog.write(failure)
        .ifPresent(log -> context.err().println("newsfold: the trace of it is in " + log));
  }

  private static int help(String word, JobContext context) throws JobException {
    context.out().print(Jobs.isJob(word) ? Jobs.help(word) : Commands.help(word));
    return ExitCode.OK.code();
  }
}
