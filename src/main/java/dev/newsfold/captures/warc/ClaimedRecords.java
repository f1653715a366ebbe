package dev.newsfold.captures.warc;

import java.io.IOException;
import java.util.function.Predicate;

/** Hands on the records of a range: those that start in it, while they can be claimed. */
final class ClaimedRecords implements RecordOutput {
  private final long from;
  private final Predicate<RecordStart> claim;
  private final RecordOutput out;
  private boolean claimed;
  private boolean empty = true;

  ClaimedRecords(long from, Predicate<RecordStart> claim, RecordOutput out) {
    this.from = from;
    this.claim = claim;
    this.out = out;
  }

  @Override
  public boolean starts(RecordStart start) {
    empty = false;
    claimed = start.offset() >= from;
    return !claimed || claim.test(start) && out.starts(start);
  }

  @Override
  public boolean record(WarcRecord record, byte[] block, int blockLength, long length)
      throws IOException {
    return !claimed || out.record(record, block, blockLength, length);
  }

  @Override
  public boolean damaged(WarcRecord record, Damaged why, byte[] block, int blockLength) {
    return !claimed || out.damaged(record, why, block, blockLength);
  }

  /** Whether nothing was met. */
  boolean isEmpty() {
    return empty;
  }
}
