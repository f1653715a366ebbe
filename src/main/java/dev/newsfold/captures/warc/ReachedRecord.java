package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first record from some place on, kept. */
final class ReachedRecord implements RecordOutput, ArchiveRecord {
  private @Nullable WarcRecord record;
  private byte[] block = {};
  private long length;
  private boolean opened;
  private @Nullable Capture page;

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

  @Override
  public @Nullable Revisit revisit() {
    return record().isRevisit() ? record().revisit() : null;
  }

  @Override
  public @Nullable Capture page(List<String> names) {
    // Names were compared by their hashes so far.
    if (Collections.disjoint(RecentPages.names(record().header()), names)) {
      return null;
    }
    if (!opened) {
      opened = true;
      Page found = new Page();
      deliver(false, found);
      page = found.capture;
    }
    return page;
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
    record().deliver(block, block.length, length, new RecentPages(0), out);
  }

  /** Keeps a page. */
  private static final class Page implements CaptureOutput {
    private @Nullable Capture capture;

    @Override
    public void capture(Capture found) {
      capture = found;
    }

    @Override
    public void reject(Rejection rejection) {
      // It is told where the original is.
    }

    @Override
    public void skip(SkipKind kind) {
      // It holds no page, and so there is none to repeat.
    }
  }
}
