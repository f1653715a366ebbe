package dev.newsfold.captures.containers;

import dev.newsfold.captures.Addresses;
import dev.newsfold.captures.Rejections;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.HttpBody;
import dev.newsfold.captures.warc.HttpHead;
import dev.newsfold.captures.warc.MediaTypes;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import dev.newsfold.records.UrlEvidence;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Records of our own schemas, given as input: captures, and rejections that are to be run again.
 */
final class OwnRecords {
  private OwnRecords() {}

  /** Hands a capture on. One that does not say where its bytes lie lies in this file. */
  static void capture(Capture capture, Source source, long number, Reading reading) {
    if (capture.getOrigin().getFile().isEmpty()) {
      Origin here = source.place().origin(number, capture.getOrigin().getMember());
      capture.setOrigin(here);
    }
    long max = reading.limits().maxPageBytes();
    if (capture.getPayload().remaining() > max) {
      reading.out().reject(Rejections.tooLarge(capture, max));
    } else {
      reading.out().capture(capture);
    }
  }

  /** Runs a rejection again, if all of what was rejected was kept; if not, it stays one. */
  static void retry(Rejection rejection, Reading reading) {
    try {
      Capture capture = page(rejection, reading.limits().maxPageBytes());
      if (capture != null) {
        reading.out().capture(capture);
        return;
      }
      reading.out().reject(rejection);
    } catch (Damaged e) {
      reading.out().reject(rejection);
    }
  }

  /** The page that was rejected; null if it is not all there, or none. */
  private static @Nullable Capture page(Rejection rejection, long maxBytes) throws Damaged {
    ByteBuffer kept = rejection.getPayload();
    if (kept == null || !kept.hasRemaining() || !Rejections.isWhole(rejection)) {
      return null;
    }
    byte[] payload = new byte[kept.remaining()];
    kept.duplicate().get(payload);
    boolean text = rejection.getStage() == Stage.PARSE;
    String type = text ? FoundPage.UTF8_HTML : null;
    Integer status = null;
    boolean truncated = false;
    if (rejection.getStage() == Stage.READ) {
      // What was rejected is a record's block: an HTTP head and its body, or a page alone.
      HttpHead head = HttpHead.parse(payload, payload.length);
      if (head != null && head.skipKind() == null) {
        HttpBody body = HttpBody.of(payload, payload.length, head, false, maxBytes);
        payload = body.bytes();
        type = head.contentType();
        status = head.status() == 0 ? null : head.status();
        truncated = body.truncated();
      }
      if (!MediaTypes.startsHtml(payload, 0, payload.length)) {
        return null;
      }
    }
    return Capture.newBuilder()
        .setUrl(rejection.getUrl())
        .setUrlEvidence(evidence(rejection.getUrl()))
        .setCapturedAt(rejection.getCapturedAt())
        .setContentType(type)
        .setHttpStatus(status)
        .setPayload(ByteBuffer.wrap(payload))
        .setTruncated(truncated)
        .setOrigin(rejection.getOrigin())
        .build();
  }

  private static UrlEvidence evidence(@Nullable String url) {
    String known = url == null ? null : Addresses.normalize(url);
    return known == null
        ? UrlEvidence.NONE
        : known.startsWith("http") ? UrlEvidence.FETCHED : UrlEvidence.FILE_PATH;
  }
}
