package dev.newsfold.decode;

import dev.newsfold.captures.Digests;
import dev.newsfold.captures.Quantity;
import dev.newsfold.captures.Rejections;
import dev.newsfold.captures.Verdict;
import dev.newsfold.records.Capture;
import dev.newsfold.records.Page;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Stage;
import java.nio.ByteBuffer;

/**
 * Makes text of a capture's bytes. Thread-safe.
 *
 * <p>Rejects what is empty ({@code EMPTY}), of another kind ({@code NOT_HTML}), or text in no
 * encoding ({@code DECODE}).
 */
public final class PageDecoder {
  /** Text with a larger share of damage and control characters is none. */
  private static final double UNREADABLE = 0.3;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final char LAST_CONTROL = '\u009F';

  /** How much of a text is looked at for damage. */
  private static final int PADDING = 16;

  private static final int SAMPLE = 64 << 10;

  /** Decodes a page, or says why it is none. Never throws on any bytes. */
  public Verdict<Page> decode(Capture capture) {
    ByteBuffer payload = capture.getPayload();
    byte[] bytes = payload.hasArray() ? payload.array() : copy(payload);
    int from = payload.hasArray() ? payload.arrayOffset() + payload.position() : 0;
    int to = withoutPadding(bytes, from, from + payload.remaining());
    if (isBlank(bytes, from, to)) {
      return reject(
          capture, Reason.EMPTY, Quantity.of(payload.remaining(), "byte") + ", white space only");
    }
    Encoding mark = UnicodeMarks.byteOrderMark(bytes, from, to);
    // Programs and films have NULs as well, and marks of their own.
    boolean unmarked = mark == null && MediaKind.byStart(bytes, from, to) == null;
    Encoding wide = unmarked ? UnicodeMarks.byNuls(bytes, from, to) : mark;
    if (wide != null && wide != Encodings.UTF_8) {
      String evidence = mark == null ? "frequency of NUL" : "bom";
      return page(
          capture, bytes, from, to, new EncodingChoice(wide, evidence), Utf8Survey.NOT_UTF8);
    }
    String kind = MediaKind.of(bytes, from, to);
    if (kind != null) {
      return reject(capture, Reason.NOT_HTML, "the payload is " + kind);
    }
    Utf8Survey survey = Utf8Survey.of(bytes, from, to);
    if (mark == Encodings.UTF_8 && (survey.isValid() || survey.isMostlyUtf8())) {
      EncodingChoice choice = new EncodingChoice(Encodings.UTF_8, "bom");
      return page(capture, bytes, from, to, choice, survey);
    }
    EncodingChoice choice = EncodingChoice.of(capture.getContentType(), bytes, from, to, survey);
    if (choice.encoding() == Encodings.REPLACEMENT || choice.encoding() == Encodings.UTF_7) {
      return reject(capture, Reason.DECODE, "an encoding of escapes: " + choice.evidence());
    }
    return page(capture, bytes, from, to, choice, survey);
  }

  /** Where the text ends: erased flash memory is all ones. */
  private static int withoutPadding(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == (byte) 0xff) {
      end--;
    }
    return to - end < PADDING ? to : end;
  }

  private static Verdict<Page> page(
      Capture capture, byte[] bytes, int from, int to, EncodingChoice choice, Utf8Survey survey) {
    String text = clean(text(bytes, from, to, choice.encoding(), survey), survey.nuls());
    if (text.isBlank()) {
      return reject(capture, Reason.EMPTY, Quantity.of(to - from, "byte") + " without text");
    }
    if (!survey.isValid() && isUnreadable(text)) {
      return reject(
          capture,
          Reason.DECODE,
          "no encoding makes text of it; " + choice.encoding().name() + " comes closest");
    }
    return Verdict.accepted(
        Page.newBuilder()
            .setUrl(capture.getUrl())
            .setUrlEvidence(capture.getUrlEvidence())
            .setCapturedAt(capture.getCapturedAt())
            .setOrigin(capture.getOrigin())
            .setPayloadDigest(Digests.sha256(capture.getPayload()))
            .setPayloadSize(capture.getPayload().remaining())
            .setTruncated(capture.getTruncated())
            .setText(text)
            .setCharset(choice.encoding().name())
            .setCharsetEvidence(choice.evidence())
            .build());
  }

  private static String text(byte[] bytes, int from, int to, Encoding encoding, Utf8Survey survey) {
    if (!survey.isValid() || encoding != Encodings.UTF_8) {
      return DoubleUtf8.undo(Text.decode(bytes, from, to, encoding));
    }
    String text = Utf8Text.decode(bytes, from, to, survey);
    return survey.controls() == 0 ? text : DoubleUtf8.undo(text);
  }

  /** Without NULs, and without the byte order marks, and blanks among them, that start it. */
  private static String clean(String text, boolean nuls) {
    int start = 0;
    int i = 0;
    while (i < text.length() && (text.charAt(i) == BYTE_ORDER_MARK || text.charAt(i) <= ' ')) {
      if (text.charAt(i++) == BYTE_ORDER_MARK) {
        start = i;
      }
    }
    // A page that was cut within a letter ends with what is left of it.
    int end = text.endsWith("\uFFFD") ? text.length() - 1 : text.length();
    String rest = text.substring(Math.min(start, end), end);
    return nuls ? rest.replace("\0", "") : rest;
  }

  private static boolean isUnreadable(String text) {
    int length = Math.min(text.length(), SAMPLE);
    int damage = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c <= LAST_CONTROL
          ? Character.isISOControl(c) && !Character.isWhitespace(c)
          : c == '\uFFFD') {
        damage++;
      }
    }
    return damage > UNREADABLE * length;
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ' || bytes[i] < '\t') {
        return false;
      }
    }
    return true;
  }

  private static byte[] copy(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.duplicate().get(bytes);
    return bytes;
  }

  private static Verdict<Page> reject(Capture capture, Reason reason, String message) {
    return Verdict.rejected(Rejections.of(capture, Stage.DECODE, reason, message));
  }
}
