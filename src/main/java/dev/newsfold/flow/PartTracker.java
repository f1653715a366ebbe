package dev.newsfold.flow;

import dev.newsfold.captures.warc.RecordStart;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.splittabledofn.SplitResult;
import org.jspecify.annotations.Nullable;

/**
 * Follows the reading of a range by the starts of records that are claimed, in order. What is split
 * off begins to read at the record claimed last.
 */
final class PartTracker extends RestrictionTracker<PartRange, RecordStart>
    implements RestrictionTracker.HasProgress {
  /** A place before every record, to be claimed when reading begins: it may fail at once. */
  static final RecordStart BEGIN = new RecordStart(-1, 0, 0);

  /** A place behind every record, to be claimed when there are no more. */
  static final RecordStart END = new RecordStart(Long.MAX_VALUE, 0, 0);

  private PartRange range;
  private @Nullable RecordStart claimed;
  private boolean begun;
  private boolean done;

  PartTracker(PartRange range) {
    this.range = range;
  }

  /**
   * Claims a record, or notes that there are no more in the range. Never refuses: after a refusal
   * nothing may be output, not even the account of what was read. Whether the record is in the
   * range, the range tells from then on, for no split cuts off what is claimed.
   */
  @Override
  public boolean tryClaim(RecordStart start) {
    begun = true;
    if (start.offset() >= range.to()) {
      done = true;
    } else if (start.offset() >= range.from()) {
      claimed = start;
    }
    return true;
  }

  @Override
  public PartRange currentRestriction() {
    return range;
  }

  @Override
  public @Nullable SplitResult<PartRange> trySplit(double fractionOfRemainder) {
    long next = claimed == null ? range.from() : claimed.offset() + 1;
    // Nobody knows where the file ends; what is left of its last part is split off whole, or not.
    boolean open = range.to() == Long.MAX_VALUE;
    // To stop on the way to the first record of the range would be to begin again, with the same
    // way to go: behind a record of a gigabyte, for ever.
    boolean onTheWay = begun && claimed == null && fractionOfRemainder == 0;
    if (done || onTheWay || open && fractionOfRemainder > 0) {
      return null;
    }
    long at = next + (long) ((range.to() - next) * fractionOfRemainder);
    if (at >= range.to()) {
      return null;
    }
    PartRange rest = new PartRange(claimed == null ? range.start() : claimed, at, range.to());
    range = new PartRange(range.start(), range.from(), at);
    return SplitResult.of(range, rest);
  }

  @Override
  public void checkDone() {
    boolean all = claimed != null && claimed.offset() + 1 >= range.to();
    if (!done && !all && range.from() < range.to()) {
      throw new IllegalStateException("records of " + range + " were not read");
    }
  }

  @Override
  public IsBounded isBounded() {
    return IsBounded.BOUNDED;
  }

  @Override
  public Progress getProgress() {
    if (range.to() == Long.MAX_VALUE) {
      return Progress.from(done ? 1 : 0, done ? 0 : 1);
    }
    long next = claimed == null ? range.from() : claimed.offset() + 1;
    long left = done ? 0 : Math.max(0, range.to() - next);
    return Progress.from(range.to() - range.from() - left, left);
  }
}
