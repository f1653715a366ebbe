package dev.newsfold;

import dev.newsfold.commands.CatRecords;
import dev.newsfold.commands.DiffRuns;
import dev.newsfold.commands.ExportRun;
import dev.newsfold.commands.InspectPages;
import dev.newsfold.commands.WhyStory;
import dev.newsfold.commands.WriteSample;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.jobs.JobContext;
import dev.newsfold.jobs.JobException;
import dev.newsfold.jobs.Jobs;
import dev.newsfold.jobs.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands by their names. */
final class Commands {
  private static final Map<String, Command> ALL = all();

  private Commands() {}

  /** What a command does with its arguments; it returns the exit status. */
  private interface Body {
    int run(List<String> args, JobContext context);
  }

  /**
   * A command.
   *
   * @param arguments as a help shows them behind its name
   * @param about what it is for, in a few words
   * @param usage the help on it
   */
  record Command(String arguments, String about, String usage, Body body) {}

  private static Map<String, Command> all() {
    Map<String, Command> all = new LinkedHashMap<>();
    all.put(
        "sample",
        new Command(
            "--pages=N --output=DIR or FILE.warc.gz [--seed=S] [--pageBytes=B]",
            "invented portals, with their truth",
            WriteSample.USAGE,
            (args, context) -> WriteSample.run(args, context.out(), context.err())));
    all.put(
        "inspect",
        new Command(
            "FILE…",
            "what the parser makes of a page, and why",
            InspectPages.USAGE,
            (args, context) ->
                InspectPages.run(args, context.clock(), context.out(), context.err())));
    all.put(
        "cat",
        new Command(
            "PATH…",
            "our Avro files as JSON Lines",
            CatRecords.USAGE,
            (args, context) -> CatRecords.run(args, context.out(), context.err())));
    all.put(
        "export",
        new Command(
            "RUN… --to=DIR",
            "its records as Parquet, for other programs",
            ExportRun.USAGE,
            ExportRun::run));
    all.put(
        "diff",
        new Command(
            "RUN_A RUN_B",
            "how two runs differ",
            DiffRuns.USAGE,
            (args, context) -> DiffRuns.run(args, context.out(), context.err())));
    all.put(
        "why",
        new Command(
            "RUN ARTICLE [ARTICLE]",
            "why two articles are cross-posts, or are not; versions of each",
            WhyStory.USAGE,
            (args, context) -> WhyStory.run(args, context.out(), context.err())));
    return all;
  }

  static Map<String, Command> byName() {
    return ALL;
  }

  /**
   * Runs a command to its end.
   *
   * @throws JobException USAGE if there is none of this name
   */
  static int run(String word, List<String> args, JobContext context) throws JobException {
    return find(word).body().run(args, context);
  }

  /**
   * The help on a command.
   *
   * @throws JobException USAGE if there is none of this name
   */
  static String help(String word) throws JobException {
    return find(word).usage() + '\n';
  }

  private static Command find(String word) throws JobException {
    Command command = ALL.get(word);
    if (command != null) {
      return command;
    }
    List<String> known = new ArrayList<>(Jobs.names());
    known.addAll(ALL.keySet());
    throw new JobException(
        ExitCode.USAGE,
        "neither a job ("
            + String.join(", ", Jobs.names())
            + ") nor a command ("
            + String.join(", ", ALL.keySet())
            + "): "
            + word
            + Spelling.hint(word, known, ""));
  }
}
