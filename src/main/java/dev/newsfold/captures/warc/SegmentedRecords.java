package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.SkipKind;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** Records that were cut in segments, held until they are whole. */
final class SegmentedRecords {
  private final RecentPages recent;
  private final CaptureOutput out;
  private final SegmentOrigins origins = new SegmentOrigins();
  private final SegmentJoin<Segment> join;

  SegmentedRecords(int maxBytes, RecentPages recent, CaptureOutput out) {
    this.recent = recent;
    this.out = out;
    this.join = new SegmentJoin<>(maxBytes, this::deliver);
  }

  private record Segment(WarcRecord record, byte[] block) {}

  /** Takes a record if it is a segment that can be joined to others; false if it is not. */
  boolean take(WarcRecord record, byte[] block, int blockLength, long length) {
    WarcHeader header = record.header();
    if (origins.isStray(header)) {
      record.setStray();
      return false;
    }
    String number = header.field("warc-segment-number");
    if (number.isEmpty() || length > blockLength) {
      return false;
    }
    boolean later = SegmentJoin.isLater(header);
    if (later ? !join.continues(header) : !SegmentJoin.isFirst(header, blockLength, length)) {
      return false;
    }
    Segment segment = new Segment(record, Arrays.copyOf(block, blockLength));
    if (later) {
      out.skip(SkipKind.CONTINUATION);
      join.add(header, segment, blockLength);
    } else {
      join.begin(header, segment, blockLength);
    }
    return true;
  }

  /** Delivers what never became whole, as cut. */
  void finish() {
    join.finish();
  }

  private void deliver(List<Segment> segments, boolean whole) {
    WarcRecord record = segments.get(0).record();
    if (whole) {
      record.setJoined();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    segments.forEach(segment -> bytes.writeBytes(segment.block()));
    record.deliver(bytes.toByteArray(), bytes.size(), bytes.size(), recent, out);
  }
}
