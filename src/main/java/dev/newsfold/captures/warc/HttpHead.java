package dev.newsfold.captures.warc;

import dev.newsfold.captures.Markup;
import dev.newsfold.captures.SkipKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the head of an HTTP answer says about its body, read leniently: lines may end in LF alone,
 * be folded, or hold no colon; the reason may be missing. An answer that a proxy or {@code 100
 * Continue} put before the real one is passed.
 *
 * @param status the status code; 0 if the status line tells none
 * @param contentType as sent; null if not sent
 * @param contentEncoding as sent; empty if not sent
 * @param transferEncoding as sent; empty if not sent
 * @param whole true if the answer is to a request for a range, which was that of the whole page
 * @param bodyStart where the body starts
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
public record HttpHead(
    int status,
    @Nullable String contentType,
    String contentEncoding,
    String transferEncoding,
    boolean whole,
    int bodyStart) {

  /** Of a body that has no head. */
  static final HttpHead NONE_SENT = new HttpHead(0, null, "", "", false, 0);

  /** A longer line is passed: no field that we read is as long. */
  private static final int MAX_LINE = 8 << 10;

  private static final Pattern RANGE = Pattern.compile("(?i)bytes 0-(\\d{1,15})/(\\d{1,15})");

  /** A field, or that by which a program tells the server which status to send. */
  private static final Pattern FIELD =
      Pattern.compile("(?i)(?:status:[ \\t]{0,8}([1-9]\\d\\d)\\b|[a-z][a-z0-9-]{0,60}[ \\t]?:)");

  private static final int MAX_HEADS = 8;

  private static final int NONE = -1;

  /** Reads the head; null if the bytes do not start with one. */
  public static @Nullable HttpHead parse(byte[] bytes, int length) {
    HttpHead head = parse(bytes, Markup.skipBlanks(bytes, 0, length), length);
    for (int i = 1; i < MAX_HEADS && head != null; i++) {
      HttpHead next = head.isInterim() ? parse(bytes, head.bodyStart, length) : null;
      if (next == null || next.status == 0) {
        break;
      }
      head = next;
    }
    return head;
  }

  /**
   * Reads a head whose status line was lost, or that a program put into a field; null if the bytes
   * do not start with fields, the content's type among them, and a blank line.
   */
  static @Nullable HttpHead withoutStatus(byte[] bytes, int length) {
    int from = Markup.skipBlanks(bytes, 0, length);
    int at = from;
    String line = "";
    int status = 0;
    do {
      int end = lineEnd(bytes, at, length);
      line = line(bytes, at, end);
      Matcher field = FIELD.matcher(line);
      if (end == length || !line.isEmpty() && !field.lookingAt() && !isFolded(line)) {
        return null;
      }
      status =
          field.lookingAt() && field.group(1) != null ? Integer.parseInt(field.group(1)) : status;
      at = end + 1;
    } while (!line.isEmpty());
    HttpHead head = fields(status, bytes, from, length);
    return head.contentType == null ? null : head;
  }

  /** Why the answer is no page; null if it is one. */
  public @Nullable SkipKind skipKind() {
    return whole && status == 206 ? null : HttpStatus.skipKind(status);
  }

  /** Whether another answer may follow: this one is provisional, or a proxy's. */
  private boolean isInterim() {
    return status >= 100 && status < 200 || contentType == null;
  }

  private static @Nullable HttpHead parse(byte[] bytes, int from, int length) {
    int end = lineEnd(bytes, from, length);
    int status = status(line(bytes, from, end));
    return status == NONE ? null : fields(status, bytes, end + 1, length);
  }

  /** Reads the fields that start somewhere, up to a blank line. */
  private static HttpHead fields(int status, byte[] bytes, int from, int length) {
    List<String> types = new ArrayList<>();
    List<String> contentEncodings = new ArrayList<>();
    List<String> transferEncodings = new ArrayList<>();
    List<String> ranges = new ArrayList<>();
    String field = "";
    int at = from;
    while (at < length) {
      int end = lineEnd(bytes, at, length);
      String line = line(bytes, at, end);
      if (!isFolded(line) || line.isBlank()) {
        add(field, types, contentEncodings, transferEncodings, ranges);
        field = "";
      }
      if (line.startsWith("<")) {
        // The blank line before the page was lost.
        break;
      }
      at = end + 1;
      if (line.isEmpty()) {
        break;
      }
      field = isFolded(line) ? field + " " + line.strip() : line;
    }
    add(field, types, contentEncodings, transferEncodings, ranges);
    return new HttpHead(
        status,
        types.isEmpty() ? null : String.join(", ", types),
        String.join(",", contentEncodings),
        String.join(",", transferEncodings),
        ranges.size() == 1 && isWhole(ranges.get(0)),
        Math.min(at, length));
  }

  /** Whether a range is that of all bytes, as {@code bytes 0-499/500}. */
  private static boolean isWhole(String range) {
    Matcher bytes = RANGE.matcher(range);
    return bytes.matches() && Long.parseLong(bytes.group(1)) + 1 == Long.parseLong(bytes.group(2));
  }

  private static void add(
      String field,
      List<String> types,
      List<String> encodings,
      List<String> transfers,
      List<String> ranges) {
    int colon = field.indexOf(':');
    if (colon <= 0) {
      return;
    }
    String value = field.substring(colon + 1).strip();
    if (value.isEmpty()) {
      return;
    }
    switch (field.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
      case "content-type" -> types.add(value);
      case "content-encoding" -> encodings.add(value);
      case "transfer-encoding" -> transfers.add(value);
      case "content-range" -> ranges.add(value);
      default -> {
        // Tells nothing about the body.
      }
    }
  }

  private static boolean isFolded(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }

  /** The status code of a status line, 0 if it tells none; {@link #NONE} if it is no such line. */
  private static int status(String line) {
    boolean http = line.regionMatches(true, 0, "HTTP", 0, 4);
    if (!http && !line.startsWith("ICY ")) {
      return NONE;
    }
    String[] words = line.strip().split("[ \t]+", 3);
    boolean version = !http || words[0].length() == 4 || words[0].charAt(4) == '/';
    if (!version) {
      return NONE;
    }
    String code = words.length < 2 ? "" : words[1];
    boolean digits = code.length() >= 3 && code.substring(0, 3).matches("[1-9]\\d\\d");
    // The reason may follow without a gap; another digit may not.
    boolean ends = code.length() == 3 || digits && !Character.isDigit(code.charAt(3));
    return digits && ends ? Integer.parseInt(code.substring(0, 3)) : 0;
  }

  private static int lineEnd(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** A line without the CRs that end it; there are several where line ends were made twice. */
  private static String line(byte[] bytes, int from, int end) {
    int to = end;
    while (to > from && bytes[to - 1] == '\r') {
      to--;
    }
    int length = Math.max(0, Math.min(to - from, MAX_LINE));
    return new String(bytes, Math.min(from, bytes.length), length, StandardCharsets.ISO_8859_1);
  }
}
