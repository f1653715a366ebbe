package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.records.Capture;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How records of an archive hang together: revisits with originals, segments with each other. */
final class RecordLinks {
  private final ArchiveFile file;
  private final List<ArchivePart> parts;
  private final Map<Long, Long> originals = new HashMap<>();
  private final Set<Long> strays = new HashSet<>();

  RecordLinks(ArchiveFile file, List<ArchivePart> parts) {
    this.file = file;
    this.parts = parts;
    for (ArchivePart part : parts) {
      strays.addAll(part.strays());
      List<Long> pairs = part.originals();
      for (int i = 0; i < pairs.size(); i += 2) {
        originals.put(pairs.get(i), pairs.get(i + 1));
      }
    }
  }

  /** The page that a revisit record repeats; null if there is none. */
  @Nullable Capture original(WarcRecord revisit) throws IOException {
    Long offset = originals.get(revisit.offset());
    ReachedRecord page = offset == null ? null : file.recordAt(offset);
    return page == null ? null : page.page(RecentPages.wanted(revisit.header()));
  }

  /** Whether a record is a later segment of one that is not in the file. */
  boolean isStray(WarcRecord record) {
    return strays.contains(record.offset());
  }

  /** Delivers the records that were cut in segments. */
  void deliverJoined(CaptureOutput out) throws IOException {
    for (ArchivePart part : parts) {
      if (part.isJoined()) {
        file.deliverJoined(part, out);
      }
    }
  }
}
