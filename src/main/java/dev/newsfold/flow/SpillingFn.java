package dev.newsfold.flow;

import org.apache.beam.sdk.transforms.DoFn;
import org.jspecify.annotations.Nullable;

/** A step that keeps blocks of a grouping, or reads them. */
abstract class SpillingFn<I, O> extends DoFn<I, O> {
  private final long spill;
  private transient @Nullable SpillFile file;

  /**
   * @param spill the key of the grouping's file
   */
  SpillingFn(long spill) {
    this.spill = spill;
  }

  @Setup
  public void setUp() {
    file = SpillFile.acquire(spill);
  }

  @Teardown
  public void tearDown() {
    if (file != null) {
      file.release();
      file = null;
    }
  }

  /** The file, once the step is set up. */
  final SpillFile file() {
    if (file == null) {
      throw new IllegalStateException("not set up");
    }
    return file;
  }
}
