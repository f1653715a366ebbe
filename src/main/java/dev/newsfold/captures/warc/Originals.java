package dev.newsfold.captures.warc;

import dev.newsfold.records.Capture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages that were read last, for revisits that tell only that a page was the same as before. Holds
 * 16 MiB of them: revisits mostly follow their original soon.
 */
final class Originals {
  private static final long MAX_BYTES = 16 << 20;

  private final Map<String, Capture> byName = new HashMap<>();
  private final Deque<Kept> kept = new ArrayDeque<>();
  private long bytes;

  /** Keeps what a record holds, under its id, its payload's digest and its address. */
  void keep(WarcHeader header, Capture capture) {
    int size = capture.getPayload().remaining();
    if (size > MAX_BYTES) {
      return;
    }
    String[] names = {
      header.field("warc-record-id"), header.field("warc-payload-digest"), header.targetUri()
    };
    for (String name : names) {
      if (!name.isEmpty()) {
        byName.put(name, capture);
      }
    }
    kept.add(new Kept(names, capture));
    bytes += size;
    while (bytes > MAX_BYTES) {
      Kept oldest = kept.remove();
      bytes -= oldest.capture.getPayload().remaining();
      for (String name : oldest.names) {
        byName.remove(name, oldest.capture);
      }
    }
  }

  /** The page that a revisit record repeats; null if it is not at hand. */
  @Nullable Capture of(WarcHeader revisit) {
    Capture original = byName.get(revisit.field("warc-refers-to"));
    if (original == null) {
      original = byName.get(revisit.field("warc-payload-digest"));
    }
    if (original == null && !revisit.field("warc-refers-to-target-uri").isEmpty()) {
      original = byName.get(revisit.field("warc-refers-to-target-uri"));
    }
    if (original == null && revisit.field("warc-profile").contains("not-modified")) {
      original = byName.get(revisit.targetUri());
    }
    return original;
  }

  private record Kept(String[] names, Capture capture) {}
}
