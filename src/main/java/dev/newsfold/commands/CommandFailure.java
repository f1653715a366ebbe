package dev.newsfold.commands;

import java.io.PrintStream;

/** Why a command cannot go on, with the exit code that says so (as in sysexits.h). */
final class CommandFailure extends Exception {
  static final int OK = 0;
  static final int BAD_USAGE = 64;
  static final int NO_INPUT = 66;
  static final int FAILED = 70;
  static final int UNREADABLE = 74;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static CommandFailure badUsage(String message) {
    return new CommandFailure(BAD_USAGE, message);
  }

  static CommandFailure noInput(String message) {
    return new CommandFailure(NO_INPUT, message);
  }

  static CommandFailure unreadable(String message) {
    return new CommandFailure(UNREADABLE, message);
  }

  /** What a command does; returns its exit code. */
  interface Body {
    int run() throws CommandFailure;
  }

  /** Runs a command, and turns its failure into a message and an exit code. */
  static int report(String name, String usage, PrintStream err, Body body) {
    try {
      return body.run();
    } catch (CommandFailure failure) {
      err.println(name + ": " + failure.getMessage());
      if (failure.exitCode == BAD_USAGE) {
        err.println(usage);
      }
      return failure.exitCode;
    }
  }
}
