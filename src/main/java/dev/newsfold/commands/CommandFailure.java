package dev.newsfold.commands;

import dev.newsfold.jobs.ExitCode;
import java.io.PrintStream;

/** Why a command cannot go on, with the exit code that says so. */
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final boolean helpedByUsage;

  private CommandFailure(ExitCode exitCode, String message, boolean helpedByUsage) {
    super(message);
    this.exitCode = exitCode;
    this.helpedByUsage = helpedByUsage;
  }

  private CommandFailure(ExitCode exitCode, String message) {
    this(exitCode, message, exitCode == ExitCode.USAGE);
  }

  /** An address of a store that cannot be reached from here. */
  static CommandFailure unreachable(String message) {
    return new CommandFailure(ExitCode.USAGE, message, false);
  }

  static CommandFailure badUsage(String message) {
    return new CommandFailure(ExitCode.USAGE, message);
  }

  static CommandFailure noInput(String message) {
    return new CommandFailure(ExitCode.NO_INPUT, message);
  }

  static CommandFailure unreadable(String message) {
    return new CommandFailure(ExitCode.UNREADABLE, message);
  }

  static CommandFailure failed(String message) {
    return new CommandFailure(ExitCode.FAILED, message);
  }

  /** What a command does; returns how it ended. */
  interface Body {
    ExitCode run() throws CommandFailure;
  }

  /** Runs a command, and turns its failure into a message and an exit code. */
  static int report(String name, String usage, PrintStream err, Body body) {
    try {
      return body.run().code();
    } catch (CommandFailure failure) {
      err.println(name + ": " + failure.getMessage());
      if (failure.helpedByUsage) {
        err.println(usage);
      }
      return failure.exitCode.code();
    }
  }
}
