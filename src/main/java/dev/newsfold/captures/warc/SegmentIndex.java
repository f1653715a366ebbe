package dev.newsfold.captures.warc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds where the segments of records lie that were cut in some. */
final class SegmentIndex {
  private static final int MAX_UNDER_WAY = 64;

  private final int maxBytes;
  private final Found found;
  private final Map<String, Pending> underWay = new LinkedHashMap<>();
  private @Nullable String last;

  SegmentIndex(int maxBytes, Found found) {
    this.maxBytes = maxBytes;
    this.found = found;
  }

  /** Takes the offsets of one record's segments. */
  interface Found {
    /**
     * @param whole true if none is missing
     */
    void accept(List<Long> offsets, boolean whole);
  }

  /** Takes a record if it is a segment; false if it is not. */
  boolean take(WarcRecord record, int blockLength, long length) {
    WarcHeader header = record.header();
    if (header.field("warc-type").equalsIgnoreCase("continuation")) {
      if (length <= blockLength) {
        join(record, blockLength);
      }
      return true;
    }
    if (!SegmentedRecords.isFirst(header, blockLength, length)) {
      return false;
    }
    String id = header.field("warc-record-id");
    end(id, false);
    Pending first = new Pending();
    first.add(record.offset(), blockLength);
    underWay.put(id, first);
    last = id;
    while (underWay.size() > MAX_UNDER_WAY) {
      end(underWay.keySet().iterator().next(), false);
    }
    return true;
  }

  /** Ends what never became whole. */
  void finish() {
    List.copyOf(underWay.keySet()).forEach(id -> end(id, false));
  }

  private void join(WarcRecord record, int blockLength) {
    WarcHeader header = record.header();
    String origin = header.field("warc-segment-origin-id");
    String id = origin.isEmpty() ? last : origin;
    Pending pending = id == null ? null : underWay.get(id);
    String next = pending == null ? "" : Integer.toString(pending.offsets.size() + 1);
    if (pending == null || id == null || !header.field("warc-segment-number").equals(next)) {
      return;
    }
    if (pending.bytes + blockLength > maxBytes) {
      end(id, false);
      return;
    }
    pending.add(record.offset(), blockLength);
    String total = header.field("warc-segment-total-length");
    if (!total.isEmpty()) {
      end(id, total.equals(Long.toString(pending.bytes)));
    }
  }

  private void end(String id, boolean whole) {
    Pending pending = underWay.remove(id);
    if (pending != null) {
      found.accept(pending.offsets, whole);
    }
  }

  private static final class Pending {
    private final List<Long> offsets = new ArrayList<>();
    private long bytes;

    private void add(long offset, int length) {
      offsets.add(offset);
      bytes += length;
    }
  }
}
