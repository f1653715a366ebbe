package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of an archive into captures, rejections and skips: one each. Records that hang
 * together are found by their offsets if the archive is a file of its own, and else among those
 * read last.
 */
final class Delivery implements RecordOutput {
  private final CaptureOutput out;
  private final @Nullable LinkSource source;
  private final @Nullable HeldRevisits held;
  private final RecentPages recent;
  private final SegmentedRecords segmented;
  private @Nullable RecordLinks links;
  private boolean asked;
  private boolean reachable;
  private boolean empty = true;

  /**
   * @param source asked when the first records are met that hang together; null if nobody knows
   * @param held takes revisits whose page is not at hand; null if those are skipped
   */
  Delivery(
      int maxBlock, @Nullable LinkSource source, @Nullable HeldRevisits held, CaptureOutput out) {
    this.out = out;
    this.source = source;
    this.held = held;
    this.recent = new RecentPages(RecentPages.MAX_BYTES);
    this.segmented = new SegmentedRecords(maxBlock, recent, out);
  }

  /** Where links come from; none if records cannot be reached by their offsets. */
  interface LinkSource {
    @Nullable RecordLinks links() throws IOException;
  }

  @Override
  public boolean starts(RecordStart start) {
    reachable = true;
    return true;
  }

  @Override
  public boolean record(WarcRecord record, byte[] block, int blockLength, long length)
      throws IOException {
    boolean first = reachable;
    reachable = false;
    empty = false;
    if (held != null) {
      held.meet(record, block, blockLength);
    }
    if (record.isRelated()) {
      RecordLinks known = links();
      if (known != null) {
        deliver(record, first, known, block, blockLength, length);
        return true;
      }
    }
    if (isHeld(record)) {
      return true;
    }
    if (!segmented.take(record, block, blockLength, length)) {
      record.deliver(block, blockLength, length, recent, out);
    }
    return true;
  }

  @Override
  public boolean damaged(WarcRecord record, Damaged why, byte[] block, int blockLength) {
    reachable = false;
    empty = false;
    out.reject(record.rejection(why, block, blockLength));
    return true;
  }

  /** Delivers what waited for more; returns whether there was anything at all. */
  boolean finish() throws IOException {
    segmented.finish();
    if (links != null) {
      links.deliverJoined(out);
    }
    return !empty;
  }

  private boolean isHeld(WarcRecord record) {
    return held != null
        && record.isRevisit()
        && recent.of(record.header()) == null
        && held.hold(record);
  }

  private void deliver(
      WarcRecord record,
      boolean first,
      RecordLinks known,
      byte[] block,
      int blockLength,
      long length)
      throws IOException {
    if (first && known.isStray(record)) {
      record.setStray();
    }
    if (record.isRevisit()) {
      record.deliverRevisit(first ? known.original(record) : null, out);
    } else if (!first || !SegmentJoin.isFirst(record.header(), blockLength, length)) {
      record.deliver(block, blockLength, length, recent, out);
    }
    // A first segment is delivered with those that follow it.
  }

  private @Nullable RecordLinks links() throws IOException {
    if (!asked) {
      asked = true;
      links = source == null ? null : source.links();
    }
    return links;
  }
}
