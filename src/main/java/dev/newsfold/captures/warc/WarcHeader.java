package dev.newsfold.captures.warc;

import dev.newsfold.captures.LenientTime;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header block of a WARC record, read leniently: any version, for what follows tells whether it
 * is one that can be read; lines that end in LF alone, folded lines, names in any case.
 *
 * @see <a href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">
 *     WARC 1.1</a>
 */
final class WarcHeader {
  /** How every record starts; the version follows. */
  static final byte[] START = {'W', 'A', 'R', 'C', '/'};

  /** A longer first line tells no version. */
  private static final int MAX_VERSION = 64;

  private static final Pattern FIRST_LINES =
      Pattern.compile(
          "WARC/\\d{1,2}(?:\\.\\d{1,2}){0,2}\\s{0,4}\\n(?:WARC-|Content-)",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, String> fields = new HashMap<>();

  private WarcHeader() {}

  /** Whether a version of WARC, a line end, and the name of a field stand here. */
  static boolean startsHeader(byte[] bytes, int from, int to) {
    String start = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    return FIRST_LINES.matcher(start).lookingAt();
  }

  /** The same, but for a field's value. */
  WarcHeader with(String name, String value) {
    WarcHeader changed = of(fields);
    changed.fields.put(name, value);
    return changed;
  }

  /** A header of these fields, by their names in lower case. */
  static WarcHeader of(Map<String, String> fields) {
    WarcHeader header = new WarcHeader();
    header.fields.putAll(fields);
    return header;
  }

  /**
   * Reads a header block, with the blank line that ends it.
   *
   * @throws Damaged if it is none, or longer than {@code maxBytes}
   */
  static WarcHeader read(RecordInput in, int maxBytes) throws IOException, Damaged {
    WarcHeader header = new WarcHeader();
    if (!in.startsRecord()) {
      throw malformed("bytes that start no WARC record");
    }
    HeaderLines lines = new HeaderLines(in, maxBytes);
    checkVersion(lines.next());
    String name = "";
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      int colon = line.indexOf(':');
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        header.fields.put(name, (header.field(name) + " " + line.strip()).strip());
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        header.add(name, line.substring(colon + 1).strip());
      }
    }
    return header;
  }

  /** How many characters it has, about. */
  int size() {
    return fields.entrySet().stream()
        .mapToInt(field -> field.getKey().length() + field.getValue().length())
        .sum();
  }

  /** The value of a field by its name in lower case; empty if there is none. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The length of the block that follows. */
  long contentLength() throws Damaged {
    String length = field("content-length");
    // More than 18 digits are more than any file has.
    if (length.isEmpty()
        || length.length() > 19
        || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw malformed("the record's length is " + (length.isEmpty() ? "missing" : "no number"));
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      throw malformed("the record's length is beyond any file's");
    }
  }

  /** When the record was captured; null if it does not say, or says what cannot be. */
  @Nullable Instant date() {
    return LenientTime.parse(field("warc-date"));
  }

  /** The address, without the angle brackets that some writers put around it. */
  String targetUri() {
    String uri = field("warc-target-uri");
    boolean brackets = uri.startsWith("<") && uri.endsWith(">");
    return brackets ? uri.substring(1, uri.length() - 1) : uri;
  }

  /** What the record is about, by its media type, without parameters. */
  String mediaType() {
    return MediaTypes.bare(field("content-type"));
  }

  private void add(String name, String value) throws Damaged {
    String former = fields.putIfAbsent(name, value);
    if (former != null && !former.equals(value) && name.equals("content-length")) {
      throw malformed("the record has two lengths");
    }
  }

  private static void checkVersion(String line) throws Damaged {
    if (line.length() > MAX_VERSION) {
      throw malformed("a WARC version unknown");
    }
  }

  private static Damaged malformed(String message) {
    return new Damaged(Reason.WARC_MALFORMED, message);
  }
}
