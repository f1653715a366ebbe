package dev.newsfold.flow;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;

/**
 * Lets groupings keep the earliest of their elements' timestamps. By default what leaves a grouping
 * is as late as the end of its window, which in a batch is the end of time; publish times assigned
 * after that would all be late, and a runner with a watermark drops what is late without a word.
 *
 * <p>Flink's batch has no watermark ({@link Grouping#withoutWatermark}), and is spared this: a
 * grouping that has to find the earliest time holds all values of a key in memory, and sorts and
 * writes them twice.
 */
public final class KeepEventTime<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private final boolean needed;

  private KeepEventTime(boolean needed) {
    this.needed = needed;
  }

  /** The transform; it does nothing where the runner has no watermark. */
  public static <T> KeepEventTime<T> where(Grouping grouping) {
    return new KeepEventTime<>(grouping.watermark());
  }

  @Override
  public PCollection<T> expand(PCollection<T> items) {
    return needed
        ? items.apply(
            "Earliest", Window.<T>configure().withTimestampCombiner(TimestampCombiner.EARLIEST))
        : items;
  }
}
