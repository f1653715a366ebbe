package dev.newsfold.captures;

import dev.newsfold.records.Capture;
import dev.newsfold.records.Origin;
import dev.newsfold.records.Page;
import dev.newsfold.records.Reason;
import dev.newsfold.records.Rejection;
import dev.newsfold.records.Stage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Rejections of captures and of decoded pages, with as much of them as a rejection may hold. */
public final class Rejections {
  /** The most bytes of a payload that a rejection keeps. */
  public static final int MAX_PAYLOAD = 4096;

  /** The most of a page's text: most pages fit, and can be tried again by themselves. */
  public static final int MAX_TEXT = 64 << 10;

  /** The most characters of a message: what it quotes of the input may be of any length. */
  public static final int MAX_MESSAGE = 1000;

  /** Of a longer message so many are its end, where many say what is wrong with what they name. */
  private static final int MESSAGE_END = 300;

  private Rejections() {}

  /**
   * Begins the rejection of what could not be read, of which the origin alone is known.
   *
   * @param message may be of any length
   */
  public static Rejection.Builder ofUnread(Origin origin, Reason reason, String message) {
    return begin(origin, Stage.READ, reason, message);
  }

  private static Rejection.Builder begin(
      Origin origin, Stage stage, Reason reason, String message) {
    return Rejection.newBuilder()
        .setOrigin(origin)
        .setStage(stage)
        .setReason(reason)
        .setMessage(message(message));
  }

  /** A message without the middle of what is too long in it. */
  static String message(String words) {
    if (words.length() <= MAX_MESSAGE) {
      return words;
    }
    int start = MAX_MESSAGE - MESSAGE_END - 3;
    int end = words.length() - MESSAGE_END;
    // Half a letter of two halves is none.
    start -= Character.isHighSurrogate(words.charAt(start - 1)) ? 1 : 0;
    end += Character.isLowSurrogate(words.charAt(end)) ? 1 : 0;
    return words.substring(0, start) + " … " + words.substring(end);
  }

  /** Rejects a capture; keeps its first bytes. */
  public static Rejection of(Capture capture, Stage stage, Reason reason, String message) {
    ByteBuffer payload = capture.getPayload();
    return begin(capture.getOrigin(), stage, reason, message)
        .setUrl(capture.getUrl())
        .setCapturedAt(capture.getCapturedAt())
        .setPayload(head(payload))
        .setPayloadSize((long) payload.remaining())
        .build();
  }

  /** Rejects a capture that is larger than a page may be. */
  public static Rejection tooLarge(Capture capture, long maxPageBytes) {
    String size = capture.getPayload().remaining() + " bytes, more than " + maxPageBytes;
    return of(capture, Stage.READ, Reason.TOO_LARGE, "the page has " + size);
  }

  /** Rejects a page; keeps the beginning of its text, in UTF-8. */
  public static Rejection of(Page page, Stage stage, Reason reason, String message) {
    String text = page.getText();
    String start = text.substring(0, Math.min(text.length(), MAX_TEXT));
    return begin(page.getOrigin(), stage, reason, message)
        .setUrl(page.getUrl())
        .setCapturedAt(page.getCapturedAt())
        .setPayload(head(ByteBuffer.wrap(start.getBytes(StandardCharsets.UTF_8)), MAX_TEXT))
        .setPayloadSize(page.getPayloadSize())
        .build();
  }

  /** Whether a rejection kept all of what was rejected. */
  public static boolean isWhole(Rejection rejection) {
    ByteBuffer kept = rejection.getPayload();
    if (kept == null) {
      return false;
    }
    // Of a page its text was kept, which has another length than its bytes.
    boolean text = rejection.getStage() == Stage.PARSE;
    Long size = rejection.getPayloadSize();
    return text ? kept.remaining() < MAX_TEXT : size != null && size == kept.remaining();
  }

  /** A copy of the first bytes, so that a small rejection does not hold on to a large page. */
  public static ByteBuffer head(ByteBuffer payload) {
    return head(payload, MAX_PAYLOAD);
  }

  private static ByteBuffer head(ByteBuffer payload, int most) {
    byte[] start = new byte[Math.min(payload.remaining(), most)];
    payload.duplicate().get(start);
    return ByteBuffer.wrap(start);
  }
}
