package dev.newsfold.captures;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the head of an HTTP answer says about its body, read leniently: lines may end in LF alone,
 * the reason may be missing, a line without a colon is passed.
 *
 * @param status the status code
 * @param contentType as sent; null if not sent
 * @param contentEncoding as sent; empty if not sent
 * @param chunked whether the body was transferred in chunks
 * @param bodyStart where the body starts
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
record HttpHead(
    int status,
    @Nullable String contentType,
    String contentEncoding,
    boolean chunked,
    int bodyStart) {

  /** A longer line is passed: no field that we read is as long. */
  private static final int MAX_LINE = 8 << 10;

  private static final int MAX_STATUS = 999;

  /** Reads the head; null if the bytes do not start with one. */
  static @Nullable HttpHead parse(byte[] bytes, int length) {
    int end = lineEnd(bytes, 0, length);
    int status = status(line(bytes, 0, end));
    if (status < 0) {
      return null;
    }
    String contentType = null;
    String contentEncoding = "";
    boolean chunked = false;
    int at = end + 1;
    while (at < length) {
      end = lineEnd(bytes, at, length);
      String line = line(bytes, at, end);
      at = end + 1;
      if (line.isEmpty()) {
        break;
      }
      if (isField(line, "content-type:") && contentType == null) {
        contentType = value(line);
      } else if (isField(line, "content-encoding:")) {
        contentEncoding += (contentEncoding.isEmpty() ? "" : ",") + value(line);
      } else if (isField(line, "transfer-encoding:")) {
        chunked |= value(line).regionMatches(true, 0, "chunked", 0, 7);
      }
    }
    return new HttpHead(status, contentType, contentEncoding, chunked, Math.min(at, length));
  }

  /** The status code of a status line; -1 if it is none. */
  private static int status(String line) {
    if (!line.startsWith("HTTP/") && !line.startsWith("http/")) {
      return -1;
    }
    int space = line.indexOf(' ');
    int at = space < 0 ? line.length() : space;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    int status = 0;
    int digits = 0;
    while (at < line.length() && Character.isDigit(line.charAt(at)) && status <= MAX_STATUS) {
      status = 10 * status + Character.digit(line.charAt(at++), 10);
      digits++;
    }
    return digits == 3 ? status : -1;
  }

  private static boolean isField(String line, String name) {
    return line.regionMatches(true, 0, name, 0, name.length());
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private static int lineEnd(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static String line(byte[] bytes, int from, int end) {
    int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    int length = Math.min(to - from, MAX_LINE);
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
