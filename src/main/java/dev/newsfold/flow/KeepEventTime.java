package dev.newsfold.flow;

import dev.newsfold.records.Article;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;

/**
 * Lets groupings keep the earliest of their elements' timestamps. By default what leaves a grouping
 * is as late as the end of its window, which in a batch is the end of time; publish times assigned
 * after that would all be late, and a runner drops what is late without a word.
 */
public final class KeepEventTime extends PTransform<PCollection<Article>, PCollection<Article>> {

  private KeepEventTime() {}

  /** The transform. */
  public static KeepEventTime create() {
    return new KeepEventTime();
  }

  @Override
  public PCollection<Article> expand(PCollection<Article> articles) {
    return articles.apply(
        "Earliest", Window.<Article>configure().withTimestampCombiner(TimestampCombiner.EARLIEST));
  }
}
