package dev.newsfold.captures.containers;

import dev.newsfold.captures.LenientTime;
import dev.newsfold.captures.SkipKind;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.HttpStatus;
import dev.newsfold.captures.warc.MediaTypes;
import dev.newsfold.records.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * An entry of a HAR file: a request and what was answered.
 *
 * @see <a href="http://www.softwareishard.com/blog/har-12-spec/">HAR 1.2</a>
 */
final class HarEntry {
  /** The names of the fields that are read, each without those above it. */
  static final Set<String> NAMES =
      Set.of("url", "status", "text", "encoding", "mimetype", "starteddatetime");

  private static final String TEXT = "response.content.text";

  private HarEntry() {}

  /** Whether a row is one. */
  static boolean is(Map<String, String> row) {
    return row.containsKey("request.url")
        && (row.containsKey("starteddatetime") || row.containsKey("response.content.mimetype"));
  }

  /** Hands an entry on as what it is. */
  static void read(Map<String, String> row, long offset, Rows rows) {
    String status = row.getOrDefault("response.status", "200");
    int code = status.matches("\\d{1,3}") ? Integer.parseInt(status) : 0;
    String type = row.getOrDefault("response.content.mimetype", "");
    SkipKind skip = HttpStatus.skipKind(code);
    if (skip == null) {
      skip = MediaTypes.skipKind(MediaTypes.bare(type));
    }
    if (skip != null) {
      rows.skip(skip);
      return;
    }
    String text = row.getOrDefault(TEXT, "");
    if (text.isEmpty()) {
      rows.reject(offset, new Damaged(Reason.EMPTY, "the entry was saved without its content"));
      return;
    }
    boolean base64 = row.getOrDefault("response.content.encoding", "").equalsIgnoreCase("base64");
    try {
      byte[] payload =
          base64 ? Base64.getMimeDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
      rows.page(
          offset,
          new FoundPage(
              row.get("request.url"),
              LenientTime.parse(row.getOrDefault("starteddatetime", "")),
              base64 ? type : FoundPage.UTF8_HTML,
              code == 0 ? null : code,
              payload,
              false));
    } catch (IllegalArgumentException e) {
      rows.reject(
          offset, new Damaged(Reason.CONTENT_ENCODING, "encoded as base64: " + e.getMessage()));
    }
  }
}
