package dev.newsfold.captures.containers;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a mail message, or of a part of one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>
 */
final class MailHeader {
  /** More than any honest header has. */
  private static final int MAX_LINES = 2000;

  private final Map<String, String> fields = new HashMap<>();

  private MailHeader() {}

  /** Reads the fields up to the blank line behind them. */
  static MailHeader read(MailLines lines) throws IOException {
    MailHeader header = new MailHeader();
    String name = "";
    int count = 0;
    for (String line = lines.text();
        line != null && !line.isBlank() && count < MAX_LINES;
        line = lines.text()) {
      count++;
      int colon = line.indexOf(':');
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        header.append(name, line);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        header.fields.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return header;
  }

  private void append(String name, String folded) {
    fields.computeIfPresent(name, (key, value) -> (value + " " + folded.strip()).strip());
  }

  /** The value of a field by its name in lower case; empty if there is none. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The media type in lower case, without parameters; plain text where none is stated. */
  String type() {
    String type = field("content-type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return type.isEmpty() ? "text/plain" : type;
  }

  /** How the content is encoded for its way, in lower case. */
  String encoding() {
    return field("content-transfer-encoding")
        .replaceFirst(";.*", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** What separates the parts; null if there are none. */
  @Nullable String boundary() {
    Matcher stated =
        Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))")
            .matcher(field("content-type"));
    if (!type().startsWith("multipart/") || !stated.find()) {
      return null;
    }
    return stated.group(1) == null ? stated.group(2) : stated.group(1).stripTrailing();
  }
}
