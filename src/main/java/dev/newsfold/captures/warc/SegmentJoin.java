package dev.newsfold.captures.warc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins the segments of records that were cut, by what their headers say. Of those under way at a
 * time, as much is joined as one page may have, whether it is held or only where it lies.
 *
 * @param <S> what is kept of a segment
 * @see <a
 *     href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">WARC
 *     1.1, 7: record segmentation</a>
 */
final class SegmentJoin<S> {
  private static final int MAX_UNDER_WAY = 64;

  private final int maxBytes;
  private final Joined<S> joined;
  private final Map<String, Pending<S>> underWay = new LinkedHashMap<>();
  private @Nullable String last;

  SegmentJoin(int maxBytes, Joined<S> joined) {
    this.maxBytes = maxBytes;
    this.joined = joined;
  }

  /** Takes the segments of one record. */
  interface Joined<S> {
    /**
     * @param whole true if none is missing
     */
    void accept(List<S> segments, boolean whole);
  }

  /** Whether a record is a first segment, and short enough to be joined with others. */
  static boolean isFirst(WarcHeader header, int blockLength, long length) {
    return header.field("warc-segment-number").equals("1")
        && !isLater(header)
        && length <= blockLength;
  }

  /** Whether a record is said to be a later segment. */
  static boolean isLater(WarcHeader header) {
    return header.field("warc-type").equalsIgnoreCase("continuation");
  }

  /** Takes a first segment. Two of one id are two records. */
  void begin(WarcHeader header, S segment, int length) {
    String id = header.field("warc-record-id");
    end(id, false);
    Pending<S> first = new Pending<>();
    first.add(segment, length);
    underWay.put(id, first);
    last = id;
    while (underWay.size() > MAX_UNDER_WAY || bytes() > maxBytes && underWay.size() > 1) {
      end(underWay.keySet().iterator().next(), false);
    }
  }

  /** Whether a later segment is the next one of a record under way. */
  boolean continues(WarcHeader header) {
    Pending<S> pending = underWay.get(origin(header));
    return pending != null
        && header
            .field("warc-segment-number")
            .equals(Integer.toString(pending.segments.size() + 1));
  }

  /** Takes a later segment that {@link #continues} a record; one that is too much ends it. */
  void add(WarcHeader header, S segment, int length) {
    String id = origin(header);
    Pending<S> pending = underWay.get(id);
    if (pending == null) {
      throw new IllegalStateException("no record is under way");
    }
    if (pending.bytes + length > maxBytes) {
      end(id, false);
      return;
    }
    pending.add(segment, length);
    String total = header.field("warc-segment-total-length");
    if (!total.isEmpty()) {
      end(id, total.equals(Long.toString(pending.bytes)));
    }
  }

  /** Ends what never became whole. */
  void finish() {
    List.copyOf(underWay.keySet()).forEach(id -> end(id, false));
  }

  private String origin(WarcHeader header) {
    String origin = header.field("warc-segment-origin-id");
    return origin.isEmpty() && last != null ? last : origin;
  }

  private void end(String id, boolean whole) {
    Pending<S> pending = underWay.remove(id);
    if (pending != null) {
      joined.accept(pending.segments, whole);
    }
  }

  private long bytes() {
    return underWay.values().stream().mapToLong(pending -> pending.bytes).sum();
  }

  private static final class Pending<S> {
    private final List<S> segments = new ArrayList<>();
    private long bytes;

    private void add(S segment, int length) {
      segments.add(segment);
      bytes += length;
    }
  }
}
