package dev.newsfold.jobs;

import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** Folds captures on this machine; without an input, those of a sample that it makes first. */
final class LocalJob implements Job {
  @Override
  public String about() {
    return "fold captures on this machine; without --input, a sample";
  }

  @Override
  public String example() {
    return "--input=pages/,dump.warc.gz --output=out/mine";
  }

  @Override
  public void run(NewsfoldOptions options, SortedMap<String, String> flags, JobContext context)
      throws JobException {
    List<String> given = Inputs.given(options);
    if (given.isEmpty()) {
      given = List.of(sample(options).toString());
    }
    CheckedInputs inputs = Inputs.check(options, given);
    OwnOutput.check(options, inputs.names(), Dataset.REJECTIONS);
    new BatchRun("local", options, flags, context).run(inputs, Assembly::foldCaptures);
  }

  /** Written into the output folder, which must be one that the run may write to. */
  private static Path sample(NewsfoldOptions options) throws JobException {
    Path folder = LocalPaths.of("output", options.getOutput()).toAbsolutePath().normalize();
    OutputFolder output = Outputs.of(options);
    try {
      OutputChecks.refuseForeignFolder(output);
    } catch (IOException e) {
      throw new JobException(ExitCode.FAILED, "cannot read " + output.address() + ": " + e, e);
    }
    return BundledSample.below(folder);
  }
}
