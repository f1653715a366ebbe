package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Rejection;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How records of an archive hang together: revisits with originals, segments with each other. */
final class RecordLinks {
  private final ArchiveFile file;
  private final List<ArchivePart> parts;
  private final Map<Long, Long> originals = new HashMap<>();

  RecordLinks(ArchiveFile file, List<ArchivePart> parts) {
    this.file = file;
    this.parts = parts;
    for (ArchivePart part : parts) {
      List<Long> pairs = part.originals();
      for (int i = 0; i < pairs.size(); i += 2) {
        originals.put(pairs.get(i), pairs.get(i + 1));
      }
    }
  }

  /** The page that a revisit record repeats; null if there is none. */
  @Nullable Capture original(WarcRecord revisit) throws IOException {
    Long offset = originals.get(revisit.offset());
    return offset == null ? null : page(file, offset, revisit);
  }

  /** The page at an offset of an archive; null if it is none, or none that a revisit repeats. */
  static @Nullable Capture page(ArchiveFile archive, long offset, WarcRecord revisit)
      throws IOException {
    ReachedRecord found = archive.recordAt(offset);
    if (found == null || !isMeant(found.record(), revisit)) {
      return null;
    }
    Page page = new Page();
    found.deliver(false, page);
    return page.capture;
  }

  /** Whether a page is one that a revisit repeats: names were compared by their hashes so far. */
  static boolean isMeant(WarcRecord page, WarcRecord revisit) {
    return !Collections.disjoint(
        Originals.names(page.header()), Originals.wanted(revisit.header()));
  }

  /** Delivers the records that were cut in segments. */
  void deliverJoined(CaptureOutput out) throws IOException {
    for (ArchivePart part : parts) {
      if (part.isJoined()) {
        file.deliverJoined(part, out);
      }
    }
  }

  /** Keeps a page. */
  static final class Page implements CaptureOutput {
    private @Nullable Capture capture;

    @Nullable Capture capture() {
      return capture;
    }

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
