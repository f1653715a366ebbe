package dev.newsfold.jobs;

/** Why a job cannot start or go on, in words for the person who started it. */
public final class JobException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public JobException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public JobException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The exit code that tells this failure from others. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
