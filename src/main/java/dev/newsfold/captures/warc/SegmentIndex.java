package dev.newsfold.captures.warc;

/** Finds where the segments of records lie that were cut in some. */
final class SegmentIndex {
  private final SegmentJoin<Long> join;

  SegmentIndex(int maxBytes, SegmentJoin.Joined<Long> found) {
    this.join = new SegmentJoin<>(maxBytes, found);
  }

  /** Takes a record if it is a segment; false if it is not. */
  boolean take(WarcRecord record, int blockLength, long length) {
    WarcHeader header = record.header();
    if (SegmentJoin.isLater(header)) {
      if (length <= blockLength && join.continues(header)) {
        join.add(header, record.offset(), blockLength);
      }
      return true;
    }
    if (!SegmentJoin.isFirst(header, blockLength, length)) {
      return false;
    }
    join.begin(header, record.offset(), blockLength);
    return true;
  }

  /** Ends what never became whole. */
  void finish() {
    join.finish();
  }
}
