package dev.newsfold.captures.warc;

import dev.newsfold.captures.GzipStart;
import dev.newsfold.records.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of an HTTP answer, with its transfer and content encodings undone.
 *
 * <p>Archives often keep the header of an encoding that they have undone, and the other way round:
 * the bytes tell whether a body is encoded, and the header only how, where the bytes do not.
 *
 * @param truncated true if it is not all there
 */
public record HttpBody(byte[] bytes, boolean truncated) {
  /** More encodings than this, one within the other, are an attack. */
  private static final int MAX_ENCODINGS = 4;

  /**
   * Decodes the body of an answer.
   *
   * @param cut whether the archive says that the answer was cut off
   * @param maxBytes of the page
   * @throws Damaged {@code CONTENT_ENCODING} or {@code TOO_LARGE}
   */
  public static HttpBody of(byte[] block, int length, HttpHead head, boolean cut, long maxBytes)
      throws Damaged {
    HttpBody body = new HttpBody(Arrays.copyOfRange(block, head.bodyStart(), length), cut);
    List<String> encodings = new ArrayList<>(names(head.contentEncoding()));
    List<String> transfers = names(head.transferEncoding());
    boolean chunked = transfers.contains("chunked");
    encodings.addAll(transfers.stream().filter(name -> !name.equals("chunked")).toList());
    body = body.joined(chunked);
    boolean wasChunked = body.bytes.length != length - head.bodyStart();
    if (wasChunked) {
      // A proxy may have put a body of chunks into chunks of its own.
      body = body.joined(false);
    }
    body = body.withoutLinesBefore().decoded(encodings, maxBytes);
    if (!wasChunked && chunked) {
      // Some servers compress the chunks, and not the other way round.
      body = body.joined(true);
    }
    if (body.bytes.length > maxBytes) {
      throw PageBytes.tooLarge(maxBytes);
    }
    return body;
  }

  /** Without blank lines, or a byte order mark, before compressed data, which has its own mark. */
  private HttpBody withoutLinesBefore() {
    int start = 0;
    while (start < bytes.length && "\r\n\u00ef\u00bb\u00bf".indexOf(bytes[start] & 0xff) >= 0) {
      start++;
    }
    boolean gzip = start > 0 && GzipStart.isAt(start, bytes);
    return gzip ? new HttpBody(Arrays.copyOfRange(bytes, start, bytes.length), truncated) : this;
  }

  private HttpBody joined(boolean declared) {
    HttpBody joined = Chunks.join(bytes, declared);
    return joined == null ? this : new HttpBody(joined.bytes, truncated | joined.truncated);
  }

  /**
   * Undoes the encodings that are declared, last first, and then those that only the bytes show.
   */
  private HttpBody decoded(List<String> encodings, long maxBytes) throws Damaged {
    HttpBody body = this;
    int done = 0;
    for (int i = encodings.size() - 1; i >= 0; i--) {
      if (++done > MAX_ENCODINGS) {
        throw new Damaged(Reason.CONTENT_ENCODING, "more than " + MAX_ENCODINGS + " encodings");
      }
      body = body.decoded(ContentCoding.of(body.bytes, encodings.get(i)), maxBytes);
    }
    for (ContentCoding hidden = ContentCoding.of(body.bytes, "");
        hidden != null && done < MAX_ENCODINGS;
        hidden = ContentCoding.of(body.bytes, "")) {
      body = body.decoded(hidden, maxBytes);
      done++;
    }
    return body;
  }

  private HttpBody decoded(@Nullable ContentCoding coding, long maxBytes) throws Damaged {
    if (coding == null) {
      return this;
    }
    HttpBody body = coding.decode(bytes, maxBytes);
    return new HttpBody(body.bytes, truncated | body.truncated);
  }

  /** The names of a list of encodings, in lower case, without parameters and quotes. */
  private static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    for (String one : list.toLowerCase(Locale.ROOT).split(",", 16)) {
      String name = one.replaceFirst(";.*", "").replace('"', ' ').replace('\'', ' ').strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
