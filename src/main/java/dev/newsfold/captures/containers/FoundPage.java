package dev.newsfold.captures.containers;

import dev.newsfold.captures.Addresses;
import dev.newsfold.captures.Place;
import dev.newsfold.records.Capture;
import dev.newsfold.records.UrlEvidence;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page in a container, with what the container tells of it.
 *
 * @param url null, or anything, if the container does not tell
 * @param at when it was captured; null if the container does not tell
 * @param contentType as a header would state it; null if the container does not tell
 * @param status of HTTP; null if the container does not tell
 * @param truncated true if it is not all there
 */
record FoundPage(
    @Nullable String url,
    @Nullable Instant at,
    @Nullable String contentType,
    @Nullable Integer status,
    byte[] payload,
    boolean truncated) {
  /** What text is that comes out of a container already decoded. */
  static final String UTF8_HTML = "text/html; charset=utf-8";

  /** An address longer than this is none. */
  private static final int MAX_ADDRESS = 16 << 10;

  /**
   * The page as it lies at a place.
   *
   * @param offset of its row there; null if it is all that lies there
   */
  Capture at(Place place, @Nullable Long offset) {
    String known = url == null || url.length() > MAX_ADDRESS ? null : Addresses.normalize(url);
    boolean web = known != null && (known.startsWith("http:") || known.startsWith("https:"));
    String none = offset == null ? place.address() : place.address(offset);
    return Capture.newBuilder()
        .setUrl(web ? known : none)
        .setUrlEvidence(web ? UrlEvidence.FETCHED : UrlEvidence.FILE_PATH)
        .setCapturedAt(at)
        .setContentType(contentType)
        .setHttpStatus(status)
        .setPayload(ByteBuffer.wrap(payload))
        .setTruncated(truncated)
        .setOrigin(place.origin(offset, null))
        .build();
  }
}
