package dev.newsfold.captures.warc;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The chunks in which an HTTP body was transferred, where they are still there: archives often keep
 * the header and not the chunks, or the chunks and not the header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, 7.1</a>
 */
final class Chunks {
  private static final int MAX_LINE = 1024;

  private static final int MAX_DIGITS = 16;

  private Chunks() {}

  /**
   * Joins the chunks.
   *
   * @param declared whether the head says that there are chunks; if not, only a body of chunks from
   *     its first byte to its last is one
   * @return null if the body is not in chunks
   */
  static @Nullable HttpBody join(byte[] bytes, boolean declared) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length);
    int at = 0;
    int chunks = 0;
    while (at < bytes.length) {
      int end = lineEnd(bytes, at);
      long length = end == bytes.length ? -1 : length(bytes, at, end);
      if (length < 0) {
        // What is no length ends the chunks; before the first, there are none.
        return chunks == 0 || !declared ? null : new HttpBody(joined.toByteArray(), true);
      }
      if (length == 0) {
        boolean whole = declared || chunks > 0 && isEnd(bytes, end + 1);
        return whole ? new HttpBody(joined.toByteArray(), false) : null;
      }
      int from = end + 1;
      int present = (int) Math.min(length, bytes.length - from);
      at = from + present;
      if (at < bytes.length && bytes[at] != '\r' && bytes[at] != '\n') {
        if (chunks == 0 || !declared) {
          return null;
        }
        // The length is wrong: what follows was sent all the same.
        joined.write(bytes, from, bytes.length - from);
        return new HttpBody(joined.toByteArray(), true);
      }
      joined.write(bytes, from, present);
      chunks++;
      at += at < bytes.length && bytes[at] == '\r' ? 1 : 0;
      at += at < bytes.length && bytes[at] == '\n' ? 1 : 0;
      if (present < length && !declared) {
        return null;
      }
    }
    return declared && chunks > 0 ? new HttpBody(joined.toByteArray(), true) : null;
  }

  /** Only fields of a trailer, or nothing, may follow the last chunk. */
  private static boolean isEnd(byte[] bytes, int from) {
    for (int at = from; at < bytes.length; ) {
      int end = lineEnd(bytes, at);
      boolean field = false;
      for (int i = at; i < end; i++) {
        field |= bytes[i] == ':';
      }
      boolean blank = end - at <= 1;
      if (!blank && !field) {
        return false;
      }
      at = end + 1;
    }
    return true;
  }

  /** The hexadecimal number that is a line, but for blanks and extensions; -1 if there is none. */
  private static long length(byte[] bytes, int from, int end) {
    long length = 0;
    int at = from;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    int first = at;
    while (at < end && at - first < MAX_DIGITS && Character.digit(bytes[at], 16) >= 0) {
      length = length << 4 | Character.digit(bytes[at++], 16);
    }
    boolean delimited =
        at == end || bytes[at] == '\r' || bytes[at] == ';' || bytes[at] == ' ' || bytes[at] == '\t';
    return at > first && delimited ? length & Long.MAX_VALUE : -1;
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n' && at - from < MAX_LINE) {
      at++;
    }
    return at < bytes.length && bytes[at] == '\n' ? at : bytes.length;
  }
}
