package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.SkipKind;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that were cut in segments, until they are whole. Of those under way at a time, as much is
 * held as one page may have.
 */
final class SegmentedRecords {
  private static final int MAX_UNDER_WAY = 64;

  private final int maxBytes;
  private final Originals originals;
  private final CaptureOutput out;
  private final SegmentOrigins origins = new SegmentOrigins();
  private final Map<String, Pending> underWay = new LinkedHashMap<>();
  private @Nullable String last;

  SegmentedRecords(int maxBytes, Originals originals, CaptureOutput out) {
    this.maxBytes = maxBytes;
    this.originals = originals;
    this.out = out;
  }

  /** Whether a record is a first segment, and short enough to be joined with others. */
  static boolean isFirst(WarcHeader header, int blockLength, long length) {
    return header.field("warc-segment-number").equals("1")
        && !header.field("warc-type").equalsIgnoreCase("continuation")
        && length <= blockLength;
  }

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
    if (header.field("warc-type").equalsIgnoreCase("continuation")) {
      return join(header, block, blockLength);
    }
    if (!isFirst(header, blockLength, length)) {
      return false;
    }
    String id = header.field("warc-record-id");
    Pending first = new Pending(record);
    first.bytes.write(block, 0, blockLength);
    // Two of one id are two records.
    deliver(id);
    underWay.put(id, first);
    last = id;
    while (underWay.size() > MAX_UNDER_WAY || bytes() > maxBytes && underWay.size() > 1) {
      deliver(underWay.keySet().iterator().next());
    }
    return true;
  }

  /** Delivers what never became whole, as cut. */
  void finish() {
    for (String id : List.copyOf(new ArrayList<>(underWay.keySet()))) {
      deliver(id);
    }
  }

  private boolean join(WarcHeader header, byte[] block, int length) {
    String origin = header.field("warc-segment-origin-id");
    String id = origin.isEmpty() ? last : origin;
    Pending pending = id == null ? null : underWay.get(id);
    String next = pending == null ? "" : Integer.toString(pending.segments + 1);
    if (pending == null || id == null || !header.field("warc-segment-number").equals(next)) {
      return false;
    }
    pending.segments++;
    out.skip(SkipKind.CONTINUATION);
    if (pending.bytes.size() + length > maxBytes) {
      deliver(id);
      return true;
    }
    pending.bytes.write(block, 0, length);
    String total = header.field("warc-segment-total-length");
    if (!total.isEmpty()) {
      pending.whole = total.equals(Integer.toString(pending.bytes.size()));
      deliver(id);
    }
    return true;
  }

  private void deliver(String id) {
    Pending pending = underWay.remove(id);
    if (pending != null) {
      if (pending.whole) {
        pending.record.setJoined();
      }
      byte[] block = pending.bytes.toByteArray();
      pending.record.deliver(block, block.length, block.length, originals, out);
    }
  }

  private int bytes() {
    return underWay.values().stream().mapToInt(pending -> pending.bytes.size()).sum();
  }

  private static final class Pending {
    private final WarcRecord record;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int segments = 1;
    private boolean whole;

    private Pending(WarcRecord record) {
      this.record = record;
    }
  }
}
