package dev.newsfold.captures;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One record of a WARC file: a page, something else to skip, or something broken to reject. */
final class WarcRecord {
  /** An address longer than this is none. */
  private static final int MAX_ADDRESS = 16 << 10;

  private static final Set<String> OTHER_PROTOCOLS = Set.of("dns", "whois", "ftp", "metadata");

  private final ReadLimits limits;
  private final Origin origin;
  private @Nullable WarcHeader header;

  WarcRecord(ReadLimits limits, Origin origin) {
    this.limits = limits;
    this.origin = origin;
  }

  void setHeader(WarcHeader header) {
    this.header = header;
    String id = header.field("warc-record-id");
    origin.setMember(id.isEmpty() ? null : id);
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
   */
  void deliver(byte[] block, int blockLength, long length, CaptureOutput out) {
    try {
      switch (header().field("warc-type").toLowerCase(Locale.ROOT)) {
        case "response" -> deliverResponse(block, blockLength, length, out);
        case "resource" -> deliverResource(block, blockLength, length, out);
        case "warcinfo" -> out.skip(SkipKind.WARCINFO);
        case "request" -> out.skip(SkipKind.REQUEST);
        case "metadata" -> out.skip(SkipKind.METADATA);
        case "revisit" -> out.skip(SkipKind.REVISIT);
        case "conversion" -> out.skip(SkipKind.CONVERSION);
        case "continuation" -> out.skip(SkipKind.CONTINUATION);
        case "" -> throw new Damaged(Reason.WARC_MALFORMED, "the record has no type");
        default -> out.skip(SkipKind.UNKNOWN_RECORD);
      }
    } catch (Damaged e) {
      out.reject(rejection(e, block, blockLength));
    }
  }

  private void deliverResponse(byte[] block, int blockLength, long length, CaptureOutput out)
      throws Damaged {
    HttpHead head = HttpHead.parse(block, blockLength);
    if (head == null) {
      // No HTTP: another protocol's answer, or a page that was stored without its head.
      boolean page = MediaTypes.startsMarkup(block, 0, blockLength);
      if (blockLength > 0 && !page && !isOtherProtocol()) {
        throw new Damaged(Reason.HTTP_MALFORMED, "the answer has no HTTP status line");
      }
      deliverResource(block, blockLength, length, out);
      return;
    }
    String type = MediaTypes.bare(head.contentType() == null ? "" : head.contentType());
    SkipKind statusKind = skipKind(head.status());
    if (statusKind != null) {
      out.skip(statusKind);
      return;
    }
    SkipKind typeKind = MediaTypes.skipKind(type);
    if (typeKind != null && !MediaTypes.isVague(type)) {
      out.skip(typeKind);
      return;
    }
    checkSize(blockLength, length);
    HttpBody body = HttpBody.of(block, blockLength, head, isCut(), limits.maxPageBytes());
    byte[] bytes = body.bytes();
    if (typeKind != null && !MediaTypes.startsHtml(bytes, 0, bytes.length)) {
      out.skip(typeKind);
      return;
    }
    out.capture(capture(bytes, head.contentType(), head.status(), body.truncated()));
  }

  /** A record that holds a page, or something else, without an HTTP head. */
  private void deliverResource(byte[] block, int blockLength, long length, CaptureOutput out)
      throws Damaged {
    if (isOtherProtocol()) {
      out.skip(SkipKind.OTHER_PROTOCOL);
      return;
    }
    String type = header().mediaType();
    boolean http = type.equals("application/http");
    SkipKind kind = http ? null : MediaTypes.skipKind(type);
    boolean vague = MediaTypes.isVague(type) && MediaTypes.startsHtml(block, 0, blockLength);
    if (kind != null && !vague) {
      out.skip(kind);
      return;
    }
    checkSize((int) Math.min(limits.maxPageBytes(), blockLength), length);
    if (blockLength == 0) {
      throw new Damaged(Reason.EMPTY, "the record has no content");
    }
    String contentType = http || type.isEmpty() ? null : header().field("content-type");
    out.capture(capture(Arrays.copyOf(block, blockLength), contentType, null, isCut()));
  }

  private Capture capture(
      byte[] payload, @Nullable String contentType, @Nullable Integer status, boolean truncated) {
    String address = address();
    return Capture.newBuilder()
        .setUrl(address == null ? PathText.address(origin.getFile(), offset()) : address)
        .setUrlEvidence(address == null ? UrlEvidence.FILE_PATH : UrlEvidence.FETCHED)
        .setCapturedAt(header().date())
        .setContentType(contentType)
        .setHttpStatus(status)
        .setPayload(ByteBuffer.wrap(payload))
        .setTruncated(truncated)
        .setOrigin(origin)
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
        .setOrigin(origin)
        .setUrl(header == null ? null : address())
        .setCapturedAt(date)
        .setStage(Stage.READ)
        .setReason(why.reason())
        .setMessage(why.message())
        .setPayload(Rejections.head(ByteBuffer.wrap(block, 0, blockLength)))
        .setPayloadSize((long) blockLength)
        .build();
  }

  /** The address that was fetched; null if it is missing, or none that a page has. */
  private @Nullable String address() {
    String uri = header().targetUri();
    if (uri.isEmpty() || uri.length() > MAX_ADDRESS) {
      return null;
    }
    String normal = Addresses.normalize(uri);
    boolean web = normal != null && normal.startsWith("http");
    boolean clean = uri.chars().noneMatch(c -> Character.isISOControl(c) || c == ' ');
    return web ? clean ? uri : normal : null;
  }

  private long offset() {
    Long offset = origin.getOffset();
    return offset == null ? 0 : offset;
  }

  private boolean isOtherProtocol() {
    String uri = header().targetUri();
    int colon = uri.indexOf(':');
    return colon > 0 && OTHER_PROTOCOLS.contains(uri.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  /** True if the archive says that it did not keep all, or that more comes in later records. */
  private boolean isCut() {
    return !header().field("warc-truncated").isEmpty()
        || !header().field("warc-segment-number").isEmpty();
  }

  private void checkSize(int blockLength, long length) throws Damaged {
    if (length > blockLength) {
      throw new Damaged(Reason.TOO_LARGE, "the record has " + length + " bytes");
    }
  }

  /** Why an answer of this status is no page; null if it is one. */
  private static @Nullable SkipKind skipKind(int status) {
    if (status == 200 || status == 203) {
      return null;
    }
    if (status >= 300 && status < 400) {
      return SkipKind.REDIRECT;
    }
    return status >= 400 && status < 600 ? SkipKind.HTTP_ERROR : SkipKind.OTHER_STATUS;
  }
}
