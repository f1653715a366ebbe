package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The first record from some place on, kept. */
final class ReachedRecord implements RecordOutput {
  private @Nullable WarcRecord record;
  private byte[] block = {};
  private long length;

  @Override
  public boolean starts(RecordStart start) {
    return true;
  }

  @Override
  public boolean record(WarcRecord found, byte[] from, int blockLength, long ofAll) {
    record = found;
    block = Arrays.copyOf(from, blockLength);
    length = ofAll;
    return false;
  }

  @Override
  public boolean damaged(WarcRecord found, Damaged why, byte[] from, int blockLength) {
    return false;
  }

  boolean isFound() {
    return record != null;
  }

  WarcRecord record() {
    if (record == null) {
      throw new IllegalStateException("no record was found");
    }
    return record;
  }

  /** Appends the content of a later segment. */
  void append(ReachedRecord segment) {
    int end = block.length;
    block = Arrays.copyOf(block, end + segment.block.length);
    System.arraycopy(segment.block, 0, block, end, segment.block.length);
    length = block.length;
  }

  /**
   * Delivers the record.
   *
   * @param joined whether all segments of it are here
   */
  void deliver(boolean joined, CaptureOutput out) {
    if (joined) {
      record().setJoined();
    }
    record().deliver(block, block.length, length, new Originals(0), out);
  }
}
