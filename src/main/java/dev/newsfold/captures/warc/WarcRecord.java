package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.Rejections;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import dev.newsfold.records.UrlEvidence;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One record of a WARC file: a page, something else to skip, or something broken to reject. */
final class WarcRecord {
  private final ReadLimits limits;
  private final Place place;
  private final long offset;
  private @Nullable WarcHeader header;
  private boolean cut;
  private boolean joined;

  WarcRecord(ReadLimits limits, Place place, long offset) {
    this.limits = limits;
    this.place = place;
    this.offset = offset;
  }

  void setHeader(WarcHeader header) {
    this.header = header;
  }

  /**
   * Sees what a record is by what it holds: a revisit may hold all that was fetched again (WARC
   * 1.1, 6.7), and is an answer then like any other.
   */
  void look(byte[] block, int blockLength) {
    HttpHead head = isRevisit() ? HttpHead.parse(block, blockLength) : null;
    if (head != null && head.skipKind() == null && head.bodyStart() < blockLength) {
      header = header().with("warc-type", "response");
    }
  }

  /** The file ends within the record. */
  void setCut() {
    cut = true;
  }

  /** All segments of the record were found. */
  void setJoined() {
    joined = true;
  }

  WarcHeader header() {
    if (header == null) {
      throw new IllegalStateException("the header is not read yet");
    }
    return header;
  }

  /**
   * Hands the record to the output.
   *
   * @param block its content, or as much of it as a page may have
   * @param length of all its content
   * @param originals where a page is kept, and where that of a revisit is
   */
  void deliver(byte[] block, int blockLength, long length, Originals originals, CaptureOutput out) {
    try {
      switch (header().field("warc-type").toLowerCase(Locale.ROOT)) {
        case "response" -> deliverResponse(block, blockLength, length, originals, out);
        case "resource" -> deliverResource(block, blockLength, length, originals, out);
        case "revisit" -> deliverRevisit(originals.of(header()), out);
        case "conversion" -> {
          // A page that was made of another, as a browser's view of it is; texts and images are
          // not.
          if (MediaTypes.bare(header().field("content-type")).contains("html")) {
            deliverResource(block, blockLength, length, originals, out);
          } else {
            out.skip(SkipKind.CONVERSION);
          }
        }
        case "warcinfo" -> out.skip(SkipKind.WARCINFO);
        case "request" -> out.skip(SkipKind.REQUEST);
        case "metadata" -> out.skip(SkipKind.METADATA);
        case "continuation" -> out.skip(SkipKind.CONTINUATION);
        case "" -> throw new Damaged(Reason.WARC_MALFORMED, "the record has no type");
        default -> out.skip(SkipKind.UNKNOWN_RECORD);
      }
    } catch (Damaged e) {
      out.reject(rejection(e, block, blockLength));
    }
  }

  private void deliverResponse(
      byte[] block, int blockLength, long length, Originals originals, CaptureOutput out)
      throws Damaged {
    HttpHead head = HttpHead.parse(block, blockLength);
    if (head == null) {
      head = HttpHead.withoutStatus(block, blockLength);
    }
    if (head == null) {
      // No HTTP: another protocol's answer, or a page that was stored without its head.
      boolean typed = MediaTypes.skipKind(header().mediaType()) != null && !isHttp();
      if (blockLength > 0
          && !typed
          && !target().isOtherProtocol()
          && !holdsMarkup(block, blockLength)) {
        throw new Damaged(Reason.HTTP_MALFORMED, "the answer has no HTTP status line");
      }
      deliverResource(block, blockLength, length, originals, out);
      return;
    }
    SkipKind statusKind = head.skipKind();
    if (statusKind != null) {
      out.skip(statusKind);
      return;
    }
    SkipKind typeKind =
        MediaTypes.skipKind(MediaTypes.bare(head.contentType() == null ? "" : head.contentType()));
    if (typeKind != null && !mayBePage(typeKind)) {
      out.skip(typeKind);
      return;
    }
    checkSize(blockLength, length);
    HttpBody body = HttpBody.of(block, blockLength, head, isCut(), limits.maxPageBytes());
    byte[] bytes = body.bytes();
    boolean html = MediaTypes.startsHtml(bytes, 0, bytes.length);
    if (typeKind != null && !html) {
      out.skip(typeKind);
      return;
    }
    if (head.status() == 0 && !html) {
      throw new Damaged(Reason.HTTP_MALFORMED, "the answer has no HTTP status");
    }
    Integer status = head.status() == 0 ? null : head.status();
    deliver(capture(bytes, head.contentType(), status, body.truncated()), originals, out);
  }

  /** Servers give wrong types to pages, but hardly those of images, sound and scripts. */
  private static boolean mayBePage(SkipKind kind) {
    return kind == SkipKind.OTHER_MEDIA || kind == SkipKind.DATA;
  }

  /** A record that holds a page, or something else, without an HTTP head. */
  private void deliverResource(
      byte[] block, int blockLength, long length, Originals originals, CaptureOutput out)
      throws Damaged {
    if (!target().mayBePage(MediaTypes.startsHtml(block, 0, blockLength))) {
      out.skip(SkipKind.OTHER_PROTOCOL);
      return;
    }
    String type = header().mediaType();
    boolean http = isHttp();
    SkipKind kind = http ? null : MediaTypes.skipKind(type);
    if (kind != null && !(mayBePage(kind) && MediaTypes.startsHtml(block, 0, blockLength))) {
      out.skip(kind);
      return;
    }
    checkSize((int) Math.min(limits.maxPageBytes(), blockLength), length);
    if (blockLength == 0) {
      throw new Damaged(Reason.EMPTY, "the record has no content");
    }
    String contentType = http || type.isEmpty() ? null : header().field("content-type");
    HttpBody body = withoutHead(block, blockLength);
    deliver(capture(body.bytes(), contentType, null, body.truncated()), originals, out);
  }

  private boolean holdsMarkup(byte[] block, int blockLength) throws Damaged {
    byte[] bytes = withoutHead(block, blockLength).bytes();
    return MediaTypes.startsMarkup(bytes, 0, bytes.length);
  }

  /** A block as a body whose head was lost: its encodings show in its bytes, if it has some. */
  private HttpBody withoutHead(byte[] block, int blockLength) throws Damaged {
    return MediaTypes.startsMarkup(block, 0, blockLength)
        ? new HttpBody(Arrays.copyOf(block, blockLength), isCut())
        : HttpBody.of(block, blockLength, HttpHead.NONE_SENT, isCut(), limits.maxPageBytes());
  }

  /** A page that was the same as before: what is repeated is taken from where it was first. */
  void deliverRevisit(@Nullable Capture original, CaptureOutput out) {
    if (original == null) {
      out.skip(SkipKind.REVISIT);
    } else {
      out.capture(revisit().repeating(original));
    }
  }

  /** What the record tells, as it is a revisit. */
  Revisit revisit() {
    return new Revisit(capture(new byte[0], null, null, false), Originals.wanted(header()));
  }

  private void deliver(Capture capture, Originals originals, CaptureOutput out) {
    originals.keep(header(), capture);
    out.capture(capture);
  }

  /** Whether a block that was cut off holds some of a page. */
  boolean isPage(byte[] block, int blockLength) {
    HttpHead head = HttpHead.parse(block, blockLength);
    int from = head == null ? 0 : head.bodyStart();
    return header().field("warc-type").equalsIgnoreCase("response")
        && MediaTypes.startsHtml(block, from, blockLength);
  }

  /** Whether a block may hold a page, as far as its head tells. */
  boolean mayBePage(byte[] block, int blockLength) {
    HttpHead head = null;
    String type = header().field("warc-type").toLowerCase(Locale.ROOT);
    if (type.equals("response")) {
      head = HttpHead.parse(block, blockLength);
      if (head != null && head.skipKind() != null) {
        return false;
      }
    } else if (!type.equals("resource") && !type.equals("conversion")) {
      return false;
    }
    String contentType = head == null ? header().field("content-type") : head.contentType();
    SkipKind kind = MediaTypes.skipKind(MediaTypes.bare(contentType == null ? "" : contentType));
    return blockLength > 0 && (kind == null || mayBePage(kind));
  }

  boolean isRevisit() {
    return header().field("warc-type").equalsIgnoreCase("revisit");
  }

  /** Whether the record is one with others, or repeats another. */
  boolean isRelated() {
    return isRevisit() || !header().field("warc-segment-number").isEmpty();
  }

  long offset() {
    return offset;
  }

  /** Whether a block holds the head of a page's answer, or a part of that, and no more. */
  boolean endsWithHead(byte[] block, int blockLength) {
    HttpHead head = HttpHead.parse(block, blockLength);
    return head != null && head.skipKind() == null && head.bodyStart() >= blockLength;
  }

  private Capture capture(
      byte[] payload, @Nullable String contentType, @Nullable Integer status, boolean truncated) {
    String address = target().address();
    return Capture.newBuilder()
        .setUrl(address == null ? place.address(offset) : address)
        .setUrlEvidence(address == null ? UrlEvidence.FILE_PATH : UrlEvidence.FETCHED)
        .setCapturedAt(header().date())
        .setContentType(contentType)
        .setHttpStatus(status)
        .setPayload(ByteBuffer.wrap(payload))
        .setTruncated(truncated)
        .setOrigin(origin())
        .build();
  }

  /**
   * Rejects the record.
   *
   * @param block what was read of its content
   */
  Rejection rejection(Damaged why, byte[] block, int blockLength) {
    Instant date = header == null ? null : header.date();
    return Rejection.newBuilder()
        .setOrigin(origin())
        .setUrl(header == null ? null : target().address())
        .setCapturedAt(date)
        .setStage(Stage.READ)
        .setReason(why.reason())
        .setMessage(why.message())
        .setPayload(Rejections.head(ByteBuffer.wrap(block, 0, blockLength)))
        .setPayloadSize((long) blockLength)
        .build();
  }

  private TargetUri target() {
    return new TargetUri(header().targetUri());
  }

  private Origin origin() {
    String id = header == null ? "" : header.field("warc-record-id");
    return place.origin(offset, id.isEmpty() ? null : id);
  }

  private boolean isHttp() {
    return header().mediaType().equals("application/http");
  }

  /** True if the archive says that it did not keep all, or that more comes in later records. */
  private boolean isCut() {
    return cut
        || !header().field("warc-truncated").isEmpty()
        || !joined && !header().field("warc-segment-number").isEmpty();
  }

  private void checkSize(int blockLength, long length) throws Damaged {
    if (length > blockLength) {
      throw new Damaged(Reason.TOO_LARGE, "the record has " + length + " bytes");
    }
  }
}
