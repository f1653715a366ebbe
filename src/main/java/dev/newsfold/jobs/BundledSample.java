package dev.newsfold.jobs;

import java.nio.file.Path;

/** The sample that {@code local} runs on where it is given no input. */
final class BundledSample {
  private BundledSample() {}

  static Path beside(Path output) throws JobException {
    throw new JobException(ExitCode.USAGE, "--input is missing");
  }
}
