package dev.newsfold.captures;

import dev.newsfold.records.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The body of an HTTP answer, with its transfer and content encodings undone.
 *
 * <p>Archives often keep the header of an encoding that they have undone: a body that is markup as
 * it stands is taken as it stands.
 *
 * @param truncated true if it is not all there
 */
record HttpBody(byte[] bytes, boolean truncated) {
  /** More encodings than this, one within the other, are an attack. */
  private static final int MAX_ENCODINGS = 3;

  private static final int MAX_CHUNK_LINE = 1024;

  /**
   * Decodes the body of an answer.
   *
   * @param cut whether the archive says that the answer was cut off; what is there is kept then
   * @param maxBytes of the page
   * @throws Damaged {@code HTTP_MALFORMED}, {@code CONTENT_ENCODING} or {@code TOO_LARGE}
   */
  static HttpBody of(byte[] block, int length, HttpHead head, boolean cut, long maxBytes)
      throws Damaged {
    byte[] bytes = Arrays.copyOfRange(block, head.bodyStart(), length);
    boolean truncated = cut;
    if (head.chunked() && startsChunk(bytes)) {
      HttpBody joined = joinChunks(bytes);
      bytes = joined.bytes;
      truncated |= joined.truncated;
    }
    String[] encodings = head.contentEncoding().toLowerCase(Locale.ROOT).split(",", 16);
    for (int i = encodings.length - 1, done = 0; i >= 0; i--) {
      String encoding = encodings[i].strip();
      if (encoding.isEmpty() || isIdentity(encoding)) {
        continue;
      }
      if (MediaTypes.startsMarkup(bytes, 0, bytes.length)) {
        break;
      }
      if (++done > MAX_ENCODINGS) {
        throw new Damaged(Reason.CONTENT_ENCODING, "more than " + MAX_ENCODINGS + " encodings");
      }
      bytes = decode(bytes, encoding, truncated, maxBytes);
    }
    if (bytes.length > maxBytes) {
      throw PageBytes.tooLarge(maxBytes);
    }
    return new HttpBody(bytes, truncated);
  }

  private static boolean isIdentity(String encoding) {
    return encoding.equals("identity") || encoding.equals("none") || encoding.startsWith("utf");
  }

  private static byte[] decode(byte[] bytes, String encoding, boolean cut, long maxBytes)
      throws Damaged {
    return switch (encoding) {
      case "gzip", "x-gzip" -> gunzip(bytes, cut, maxBytes);
      case "deflate" -> inflate(bytes, cut, maxBytes);
      default ->
          throw new Damaged(
              Reason.CONTENT_ENCODING, "no decoder for " + encoding.replaceAll("[^a-z0-9-]", "?"));
    };
  }

  private static byte[] gunzip(byte[] bytes, boolean cut, long maxBytes) throws Damaged {
    PageBytes page = new PageBytes(maxBytes);
    FileBytes file = new FileBytes(new ByteArrayInputStream(bytes));
    try (GzipMembers members = new GzipMembers(file)) {
      page.appendAll(members.joined());
    } catch (Damaged.InStream e) {
      if (!cut || e.damaged().reason() != Reason.GZIP_TRUNCATED) {
        throw new Damaged(Reason.CONTENT_ENCODING, "encoded as gzip: " + e.damaged().message());
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory is always readable", e);
    }
    return page.toArray();
  }

  /** RFC 9110 means a zlib stream; some servers send bare deflate data. */
  private static byte[] inflate(byte[] bytes, boolean cut, long maxBytes) throws Damaged {
    Inflater inflater = new Inflater(!startsZlib(bytes));
    PageBytes page = new PageBytes(maxBytes);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
      page.appendAll(in);
    } catch (IOException e) {
      if (!cut) {
        throw new Damaged(Reason.CONTENT_ENCODING, "encoded as deflate: " + e.getMessage());
      }
    } finally {
      inflater.end();
    }
    return page.toArray();
  }

  /** RFC 1950: the method is deflate, and the first two bytes are a multiple of 31. */
  static boolean startsZlib(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] & 0x0f) == 8
        && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
  }

  /** Whether a body starts with the line of a chunk's length. */
  private static boolean startsChunk(byte[] bytes) {
    int end = lineEnd(bytes, 0);
    return end < bytes.length && chunkLength(bytes, 0, end) >= 0;
  }

  private static HttpBody joinChunks(byte[] bytes) throws Damaged {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int end = lineEnd(bytes, at);
      if (end == bytes.length) {
        break;
      }
      long length = chunkLength(bytes, at, end);
      if (length < 0) {
        throw new Damaged(
            Reason.HTTP_MALFORMED, "the length of the chunk at byte " + at + " is no number");
      }
      if (length == 0) {
        return new HttpBody(joined.toByteArray(), false);
      }
      int from = end + 1;
      int present = (int) Math.min(length, bytes.length - from);
      joined.write(bytes, from, present);
      at = from + present;
      // The line break that ends a chunk.
      at += at < bytes.length && bytes[at] == '\r' ? 1 : 0;
      at += at < bytes.length && bytes[at] == '\n' ? 1 : 0;
    }
    return new HttpBody(joined.toByteArray(), true);
  }

  /** The hexadecimal number at the start of a line; -1 if there is none. */
  private static long chunkLength(byte[] bytes, int from, int end) {
    long length = 0;
    int at = from;
    while (at < end && at - from < 16 && Character.digit(bytes[at], 16) >= 0) {
      length = length << 4 | Character.digit(bytes[at++], 16);
    }
    boolean delimited = at == end || bytes[at] == '\r' || bytes[at] == ';' || bytes[at] == ' ';
    return at > from && delimited ? length & Long.MAX_VALUE : -1;
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n' && at - from < MAX_CHUNK_LINE) {
      at++;
    }
    return at < bytes.length && bytes[at] == '\n' ? at : bytes.length;
  }
}
