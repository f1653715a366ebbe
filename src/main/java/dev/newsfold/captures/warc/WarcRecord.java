package dev.newsfold.captures.warc;

import dev.newsfold.captures.CaptureOutput;
import dev.newsfold.captures.Place;
import dev.newsfold.captures.ReadLimits;
import dev.newsfold.captures.Rejections;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.UrlEvidence;
import java.nio.ByteBuffer;
import java.time.Instant;
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
  private boolean stray;

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

  /** The record is a later segment of one that did not begin in this file. */
  void setStray() {
    stray = true;
  }

  boolean isStray() {
    return stray;
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
   * @param recent where a page is kept, and where that of a revisit is
   */
  void deliver(byte[] block, int blockLength, long length, RecentPages recent, CaptureOutput out) {
    try {
      new WarcContent(this, limits.maxPageBytes(), block, blockLength, length).deliver(recent, out);
    } catch (Damaged e) {
      out.reject(rejection(e, block, blockLength));
    }
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
    return new Revisit(capture(new byte[0], null, null, false), RecentPages.wanted(header()));
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
    return blockLength > 0 && (kind == null || WarcContent.mayBePage(kind));
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

  Capture capture(
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
    return Rejections.ofUnread(origin(), why.reason(), why.message())
        .setUrl(header == null ? null : target().address())
        .setCapturedAt(date)
        .setPayload(Rejections.head(ByteBuffer.wrap(block, 0, blockLength)))
        .setPayloadSize((long) blockLength)
        .build();
  }

  TargetUri target() {
    return new TargetUri(header().targetUri());
  }

  private Origin origin() {
    String id = header == null ? "" : header.field("warc-record-id");
    return place.origin(offset, id.isEmpty() ? null : id);
  }

  /** True if the archive says that it did not keep all, or that more comes in later records. */
  boolean isCut() {
    return cut
        || !header().field("warc-truncated").isEmpty()
        || !joined && !header().field("warc-segment-number").isEmpty();
  }
}
