package dev.newsfold.captures.warc;

import dev.newsfold.records.Capture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages that were read last, for revisits that tell only that a page was the same as before. Holds
 * 16 MiB of them: revisits mostly follow their original soon.
 */
final class RecentPages {
  static final long MAX_BYTES = 16 << 20;

  private final long maxBytes;
  private final Map<String, Capture> byName = new HashMap<>();
  private final Deque<Kept> kept = new ArrayDeque<>();
  private long bytes;

  RecentPages(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The names under which revisits seek a record. */
  static List<String> names(WarcHeader header) {
    return Stream.of(
            header.field("warc-record-id"), header.field("warc-payload-digest"), header.targetUri())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** The names of what a revisit repeats, the surest first. */
  static List<String> wanted(WarcHeader revisit) {
    return ranked(revisit).stream().filter(name -> !name.isEmpty()).toList();
  }

  /** The same with empty names where a kind of name is missing; addresses are the last two. */
  static List<String> ranked(WarcHeader revisit) {
    boolean notModified = revisit.field("warc-profile").contains("not-modified");
    return List.of(
        revisit.field("warc-refers-to"),
        revisit.field("warc-payload-digest"),
        revisit.field("warc-refers-to-target-uri"),
        notModified ? revisit.targetUri() : "");
  }

  /** Keeps what a record holds, under its id, its payload's digest and its address. */
  void keep(WarcHeader header, Capture capture) {
    int size = capture.getPayload().remaining();
    if (size > maxBytes) {
      return;
    }
    List<String> names = names(header);
    for (String name : names) {
      byName.put(name, capture);
    }
    kept.add(new Kept(names, capture));
    bytes += size;
    while (bytes > maxBytes) {
      Kept oldest = kept.remove();
      bytes -= oldest.capture.getPayload().remaining();
      for (String name : oldest.names) {
        byName.remove(name, oldest.capture);
      }
    }
  }

  /** The page that a revisit record repeats; null if it is not at hand. */
  @Nullable Capture of(WarcHeader revisit) {
    for (String name : wanted(revisit)) {
      Capture original = byName.get(name);
      if (original != null) {
        return original;
      }
    }
    return null;
  }

  private record Kept(List<String> names, Capture capture) {}
}
