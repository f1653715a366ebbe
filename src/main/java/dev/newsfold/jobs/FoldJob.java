package dev.newsfold.jobs;

import dev.newsfold.sinks.Dataset;
import java.util.SortedMap;

/** Folds articles that someone else extracted. */
final class FoldJob implements Job {
  @Override
  public String about() {
    return "fold articles that someone else extracted";
  }

  @Override
  public String example() {
    return "--input=articles.jsonl --output=out/fold";
  }

  @Override
  public void run(NewsfoldOptions options, SortedMap<String, String> flags, JobContext context)
      throws JobException {
    CheckedInputs inputs = Inputs.check(options, Inputs.required(options));
    OwnOutput.check(options, inputs.names(), Dataset.ARTICLES);
    new BatchRun("fold", options, flags, context).run(inputs, Assembly::foldArticles);
  }
}
