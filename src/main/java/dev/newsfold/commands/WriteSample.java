package dev.newsfold.commands;

import dev.newsfold.captures.Quantity;
import dev.newsfold.jobs.ExitCode;
import dev.newsfold.sample.Sample;
import dev.newsfold.sample.SampleOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code sample}: writes invented portals, with their truth. */
public final class WriteSample {
  /** What a help says of it. */
  public static final String USAGE =
      """
      usage: sample --pages=N --output=DIR or FILE.warc.gz [--seed=S] [--pageBytes=B]
        --pages      how many; 400 if not given
        --output     a folder that is not there yet, or FILE.warc.gz; the truth lies in or beside it
        --seed       another seed gives other pages
        --pageBytes  makes pages at least so heavy
      example: pipelines/run sample --pages=1000 --output=out/sample""";

  /** A name that ends as those of files do. */
  private static final Pattern FILE = Pattern.compile("(?s).*[^/]\\.\\p{Alnum}{1,7}");

  private WriteSample() {}

  private static Path output(String name) throws CommandFailure {
    if (name.isEmpty()) {
      throw CommandFailure.badUsage("--output is missing");
    }
    if (FILE.matcher(name).matches() && !name.endsWith(".warc.gz")) {
      throw CommandFailure.badUsage(
          "--output="
              + name
              + " is named like a file, but a sample is FILE.warc.gz or a folder; "
              + name
              + "/ is a folder all the same");
    }
    return AvroPaths.path(name);
  }

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
          int pageBytes = arguments.number("pageBytes", 0, 1 << 26);
          long seed = arguments.number("seed", SampleOptions.DEFAULT_SEED);
          if (!arguments.positional().isEmpty()) {
            throw CommandFailure.badUsage("no flag: " + arguments.positional().get(0));
          }
          Path output = output(arguments.text("output", ""));
          if (Files.exists(output)) {
            throw CommandFailure.badUsage("there is something at " + output + " already");
          }
          try {
            Sample.write(new SampleOptions(pages, seed).withPageBytes(pageBytes), output);
          } catch (IOException e) {
            throw CommandFailure.failed("cannot write " + output + ": " + e);
          }
          out.println("wrote " + Quantity.of(pages, "page") + " to " + output);
          return ExitCode.OK;
        });
  }
}
