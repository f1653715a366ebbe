package dev.newsfold.jobs;

import dev.newsfold.sinks.Dataset;
import java.util.SortedMap;

/** Folds a historical dump anew, as a whole. */
final class ReprocessJob implements Job {
  @Override
  public String about() {
    return "fold a historical dump anew, as a whole";
  }

  @Override
  public String example() {
    return "--input=captures/ --output=out/all --flinkMaster=127.0.0.1:8081 --parallelism=2";
  }

  @Override
  public void run(NewsfoldOptions options, SortedMap<String, String> flags, JobContext context)
      throws JobException {
    CheckedInputs inputs = Inputs.check(options, Inputs.required(options));
    OwnOutput.check(options, inputs.names(), Dataset.REJECTIONS);
    new BatchRun("reprocess", options, flags, context).runInParts(inputs);
  }
}
