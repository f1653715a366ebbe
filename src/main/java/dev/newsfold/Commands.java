package dev.newsfold;

import dev.newsfold.jobs.Console;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.jobs.JobException;
import dev.newsfold.jobs.Jobs;
import java.util.List;

/** The commands by their names. */
final class Commands {
  private Commands() {}

  static int run(String word, List<String> args, Console console) throws JobException {
    throw switch (word) {
      default ->
          new JobException(
              ExitCode.USAGE,
              "neither a job (" + String.join(", ", Jobs.names()) + ") nor a command: " + word);
    };
  }
}
