package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Reason;
import java.util.Arrays;
import java.util.Locale;

/** The content block of a WARC record, as its type and its bytes say what it is. */
final class WarcContent {
  private final WarcRecord record;
  private final WarcHeader header;
  private final long maxPageBytes;
  private final byte[] block;
  private final int blockLength;
  private final long length;

  /**
   * The content of a record.
   *
   * @param block as much of it as a page may have
   * @param blockLength how many of these bytes it has
   * @param length of all of it
   */
  WarcContent(WarcRecord record, long maxPageBytes, byte[] block, int blockLength, long length) {
    this.record = record;
    this.header = record.header();
    this.maxPageBytes = maxPageBytes;
    this.block = block;
    this.blockLength = blockLength;
    this.length = length;
  }

  /**
   * Hands on the page that it holds, or what else it is.
   *
   * @throws Damaged if it is broken
   */
  void deliver(RecentPages recent, CaptureOutput out) throws Damaged {
    switch (header.field("warc-type").toLowerCase(Locale.ROOT)) {
      case "response" -> deliverResponse(recent, out);
      case "resource" -> deliverResource(recent, out);
      case "revisit" -> record.deliverRevisit(recent.of(header), out);
      case "conversion" -> {
        // A page that was made of another, as a browser's view of it is; texts and images are
        // not.
        if (MediaTypes.bare(header.field("content-type")).contains("html")) {
          deliverResource(recent, out);
        } else {
          out.skip(SkipKind.CONVERSION);
        }
      }
      case "warcinfo" -> out.skip(SkipKind.WARCINFO);
      case "request" -> out.skip(SkipKind.REQUEST);
      case "metadata" -> out.skip(SkipKind.METADATA);
      case "continuation" -> deliverSegment(out);
      case "" -> throw new Damaged(Reason.WARC_MALFORMED, "the record has no type");
      default -> out.skip(SkipKind.UNKNOWN_RECORD);
    }
  }

  /** A later segment that was joined to others, or is one of those that were not kept. */
  private void deliverSegment(CaptureOutput out) throws Damaged {
    if (!record.isStray()) {
      out.skip(SkipKind.CONTINUATION);
      return;
    }
    String origin = header.field("warc-segment-origin-id");
    throw new Damaged(
        Reason.WARC_TRUNCATED,
        "segment "
            + header.field("warc-segment-number")
            + " of the record "
            + (origin.isEmpty() ? "before it" : origin)
            + ", which did not begin in this file: segments are joined within a file");
  }

  private void deliver(Capture capture, RecentPages recent, CaptureOutput out) {
    recent.keep(header, capture);
    out.capture(capture);
  }

  private void deliverResponse(RecentPages recent, CaptureOutput out) throws Damaged {
    HttpHead head = HttpHead.parse(block, blockLength);
    if (head == null) {
      head = HttpHead.withoutStatus(block, blockLength);
    }
    if (head == null) {
      // No HTTP: another protocol's answer, or a page that was stored without its head.
      boolean typed = MediaTypes.skipKind(header.mediaType()) != null && !isHttp();
      if (blockLength > 0 && !typed && !record.target().isOtherProtocol() && !holdsMarkup()) {
        throw new Damaged(Reason.HTTP_MALFORMED, "the answer has no HTTP status line");
      }
      deliverResource(recent, out);
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
    checkSize(blockLength);
    HttpBody body = HttpBody.of(block, blockLength, head, record.isCut(), maxPageBytes);
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
    deliver(record.capture(bytes, head.contentType(), status, body.truncated()), recent, out);
  }

  /** Servers give wrong types to pages, but hardly those of images, sound and scripts. */
  static boolean mayBePage(SkipKind kind) {
    return kind == SkipKind.OTHER_MEDIA || kind == SkipKind.DATA;
  }

  /** A record that holds a page, or something else, without an HTTP head. */
  private void deliverResource(RecentPages recent, CaptureOutput out) throws Damaged {
    if (!record.target().mayBePage(MediaTypes.startsHtml(block, 0, blockLength))) {
      out.skip(SkipKind.OTHER_PROTOCOL);
      return;
    }
    String type = header.mediaType();
    boolean http = isHttp();
    SkipKind kind = http ? null : MediaTypes.skipKind(type);
    if (kind != null && !(mayBePage(kind) && MediaTypes.startsHtml(block, 0, blockLength))) {
      out.skip(kind);
      return;
    }
    checkSize((int) Math.min(maxPageBytes, blockLength));
    if (blockLength == 0) {
      throw new Damaged(Reason.EMPTY, "the record has no content");
    }
    String contentType = http || type.isEmpty() ? null : header.field("content-type");
    HttpBody body = withoutHead();
    deliver(record.capture(body.bytes(), contentType, null, body.truncated()), recent, out);
  }

  private boolean holdsMarkup() throws Damaged {
    byte[] bytes = withoutHead().bytes();
    return MediaTypes.startsMarkup(bytes, 0, bytes.length);
  }

  /** A block as a body whose head was lost: its encodings show in its bytes, if it has some. */
  private HttpBody withoutHead() throws Damaged {
    return MediaTypes.startsMarkup(block, 0, blockLength)
        ? new HttpBody(Arrays.copyOf(block, blockLength), record.isCut())
        : HttpBody.of(block, blockLength, HttpHead.NONE_SENT, record.isCut(), maxPageBytes);
  }

  private boolean isHttp() {
    return header.mediaType().equals("application/http");
  }

  private void checkSize(int read) throws Damaged {
    if (length > read) {
      throw new Damaged(
          Reason.TOO_LARGE,
          "the record has " + length + " bytes, more than a page of " + maxPageBytes + " takes");
    }
  }
}
