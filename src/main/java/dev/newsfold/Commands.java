package dev.newsfold;

import dev.newsfold.commands.CatRecords;
import dev.newsfold.commands.DiffRuns;
import dev.newsfold.commands.ExportRun;
import dev.newsfold.commands.InspectPages;
import dev.newsfold.commands.WhyStory;
import dev.newsfold.commands.WriteSample;
import dev.newsfold.jobs.Console;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.jobs.JobException;
import dev.newsfold.jobs.Jobs;
import java.util.List;

/** The commands by their names. */
final class Commands {
  private Commands() {}

  static int run(String word, List<String> args, Console console) throws JobException {
    return switch (word) {
      case "inspect" -> InspectPages.run(args, console.clock(), console.out(), console.err());
      case "cat" -> CatRecords.run(args, console.out(), console.err());
      case "export" -> ExportRun.run(args, console);
      case "diff" -> DiffRuns.run(args, console.out(), console.err());
      case "why" -> WhyStory.run(args, console.out(), console.err());
      case "sample" -> WriteSample.run(args, console.out(), console.err());
      default ->
          throw new JobException(
              ExitCode.USAGE,
              "neither a job ("
                  + String.join(", ", Jobs.names())
                  + ") nor a command (inspect, cat, export, diff, why, sample): "
                  + word);
    };
  }
}
