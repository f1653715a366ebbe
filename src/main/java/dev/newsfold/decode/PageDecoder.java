package dev.newsfold.decode;

import dev.newsfold.captures.Digests;
import dev.newsfold.captures.Verdict;
import dev.newsfold.decode.Encodings.Encoding;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Page;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text of a capture's bytes. */
public final class PageDecoder {
  private static final Pattern LABEL =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w:.-]++)", Pattern.CASE_INSENSITIVE);

  /** Decodes a page, or says why no encoding makes text of it. Never throws on any bytes. */
  public Verdict<Page> decode(Capture capture) {
    ByteBuffer payload = capture.getPayload();
    String head =
        StandardCharsets.ISO_8859_1
            .decode(payload.duplicate().limit(Math.min(payload.limit(), payload.position() + 8192)))
            .toString();
    Encoding encoding = Encodings.UTF_8;
    String evidence = "utf8-valid";
    String text = validUtf8(payload);
    if (text == null) {
      Encoding declared = label(capture.getContentType() + " " + head);
      encoding = declared == null || declared == Encodings.UTF_8 ? Encodings.GB18030 : declared;
      evidence = declared == encoding ? "meta" : "fallback";
      text = encoding.charset().decode(payload.duplicate()).toString();
    }
    return Verdict.accepted(
        Page.newBuilder()
            .setUrl(capture.getUrl())
            .setUrlEvidence(capture.getUrlEvidence())
            .setCapturedAt(capture.getCapturedAt())
            .setOrigin(capture.getOrigin())
            .setPayloadDigest(Digests.sha256(payload))
            .setPayloadSize(payload.remaining())
            .setTruncated(capture.getTruncated())
            .setText(text.startsWith("\uFEFF") ? text.substring(1) : text)
            .setCharset(encoding.name())
            .setCharsetEvidence(evidence)
            .build());
  }

  private static @Nullable Encoding label(String text) {
    Matcher matcher = LABEL.matcher(text);
    return matcher.find() ? Encodings.byLabel(matcher.group(1)) : null;
  }

  private static @Nullable String validUtf8(ByteBuffer bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
      return text.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
