package dev.newsfold.commands;

import dev.newsfold.jobs.ExitCode;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code sample}: writes invented portals, with their truth. */
public final class WriteSample {
  /** What a help says of it. */
  public static final String USAGE =
      """
      usage: sample --pages=N --output=DIR or FILE.warc.gz [--seed=S] [--pageBytes=B]
        --pages      how many; 400 if not given
        --output     a folder that is not there yet, or a WARC file; the truth lies in or beside it
        --seed       another seed gives other pages
        --pageBytes  makes pages at least so heavy
      example: pipelines/run sample --pages=1000 --output=out/sample""";

  private WriteSample() {}

  /** Writes the sample that {@code args} ask for; returns the exit code. */
  public static int run(List<String> args, PrintStream out, PrintStream err) {
    return CommandFailure.report(
        "sample",
        USAGE,
        err,
        () -> {
          Arguments arguments = 
              Arguments.parse(args, Set.of("pages", "output", "seed", "pageBytes"), Set.of());
          long pages = arguments.number("pages", Sample.BUNDLED_PAGES);
          int pageBytes = (int) Math.min(arguments.number("pageBytes", 0), 1 << 26);
          long seed = arguments.number("seed", SampleOptions.DEFAULT_SEED);
          Path output = Path.of(arguments.text("output", ""));
          if (output.toString().isEmpty() || !arguments.positional().isEmpty()) {
            throw CommandFailure.badUsage("--output is missing");
          }
          if (Files.exists(output)) {
            throw CommandFailure.badUsage("there is something at " + output + " already");
          }
          try {
            Sample.write(new SampleOptions(pages, seed).withPageBytes(pageBytes), output);
          } catch (IOException e) {
            throw CommandFailure.failed("cannot write " + output + ": " + e);
          }
          out.println("wrote " + pages + " pages to " + output);
          return ExitCode.OK;
        });
  }
}
