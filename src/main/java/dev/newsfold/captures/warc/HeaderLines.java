package dev.newsfold.captures.warc;

import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of a record's header, in UTF-8, within a limit for all of them. */
final class HeaderLines {
  private final RecordInput in;
  private final int maxBytes;
  private byte[] bytes = new byte[1024];
  private int length;

  HeaderLines(RecordInput in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The next line, without what ends it: LF, CRLF, or more CRs where line ends were made twice. */
  String next() throws IOException, Damaged {
    int start = length;
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw in.ended()
            ? new Damaged(Reason.WARC_TRUNCATED, "the file ends within a record's header")
            : malformed("the record ends within its header");
      }
      if (next == '\n') {
        int end = length;
        while (end > start && bytes[end - 1] == '\r') {
          end--;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
      }
      if (length == maxBytes) {
        throw malformed("the record's header is longer than " + maxBytes + " bytes");
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(maxBytes, 2 * length));
      }
      bytes[length++] = (byte) next;
    }
  }

  private static Damaged malformed(String message) {
    return new Damaged(Reason.WARC_MALFORMED, message);
  }
}
