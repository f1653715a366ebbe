package dev.newsfold.captures.warc;

import dev.newsfold.records.Capture;
import java.util.List;

/**
 * A revisit record: a page that was the same as before.
 *
 * @param capture of the page, which is missing
 * @param names of the record that holds it, the surest first
 */
public record Revisit(Capture capture, List<String> names) {
  public Revisit {
    names = List.copyOf(names);
  }

  /** The capture, with the page that it repeats. */
  public Capture repeating(Capture page) {
    return Capture.newBuilder(capture)
        .setContentType(page.getContentType())
        .setHttpStatus(page.getHttpStatus())
        .setPayload(page.getPayload().duplicate())
        .setTruncated(page.getTruncated())
        .build();
  }
}
