package dev.newsfold.flow;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;

/**
 * Lets groupings keep the earliest of their elements' timestamps. By default what leaves a grouping
 * is as late as the end of its window, which in a batch is the end of time; publish times assigned
 * after that would all be late, and a runner drops what is late without a word.
 */
public final class KeepEventTime<T> extends PTransform<PCollection<T>, PCollection<T>> {

  private KeepEventTime() {}

  /** The transform. */
  public static <T> KeepEventTime<T> create() {
    return new KeepEventTime<>();
  }

  @Override
  public PCollection<T> expand(PCollection<T> items) {
    return items.apply(
        "Earliest", Window.<T>configure().withTimestampCombiner(TimestampCombiner.EARLIEST));
  }
}
