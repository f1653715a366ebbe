package dev.newsfold.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its encoding: in its HTTP header, its XML declaration and its meta
 * elements. After the prescan of the HTML Standard, but over the whole head, past comments and
 * scripts, and over the whole page when the head says nothing.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding">
 *     Prescan a byte stream</a>
 */
final class DeclaredLabels {
  /** More contradicting labels than this tell nothing. */
  private static final int MAX_LABELS = 4;

  /** An attribute's name or a label longer than this is none that we look for. */
  private static final int MAX_TOKEN = 64;

  /** The most of a content attribute that is looked at. */
  private static final int MAX_CONTENT = 256;

  private static final byte[] COMMENT_START = ascii("<!--");
  private static final byte[] COMMENT_END = ascii("-->");
  private static final byte[] META = ascii("<meta");
  private static final byte[] SCRIPT = ascii("<script");
  private static final byte[] SCRIPT_END = ascii("</script");
  private static final byte[] STYLE = ascii("<style");
  private static final byte[] STYLE_END = ascii("</style");
  private static final byte[] BODY = ascii("<body");
  private static final byte[] HEAD_END = ascii("</head");
  private static final byte[] XML = ascii("<?xml");
  private static final byte[] XML_ENCODING = ascii("encoding");

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final List<Label> found = new ArrayList<>();

  private DeclaredLabels(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  /**
   * A label, and where it stands.
   *
   * @param encoding what it means; null if no standard knows it
   * @param place http, xml or meta
   */
  record Label(String text, @Nullable Encoding encoding, String place) {
    static Label of(String text, String place) {
      Encoding encoding = Encodings.byLabel(text);
      boolean utf16 = encoding == Encodings.UTF_16LE || encoding == Encodings.UTF_16BE;
      // Bytes in which a label can be read as ASCII are no UTF-16: the standard reads UTF-8.
      return new Label(text, utf16 && !place.equals("http") ? Encodings.UTF_8 : encoding, place);
    }
  }

  /** The labels of a page, strongest first. */
  static List<Label> of(@Nullable String contentType, byte[] bytes, int from, int to) {
    DeclaredLabels labels = new DeclaredLabels(bytes, from, to);
    if (contentType != null) {
      labels.add(charsetOf(contentType), "http");
    }
    labels.scanXmlDeclaration();
    labels.scanElements();
    return labels.found;
  }

  /** The charset parameter of a media type, as browsers read it; null if there is none. */
  static @Nullable String charsetOf(String contentType) {
    String lower = contentType.toLowerCase(Locale.ROOT);
    int at = 0;
    while ((at = lower.indexOf("charset", at)) >= 0) {
      at = skipSpaces(lower, at + "charset".length());
      if (at < lower.length() && lower.charAt(at) == '=') {
        return labelAt(lower, skipSpaces(lower, at + 1));
      }
    }
    return null;
  }

  private static String labelAt(String text, int start) {
    if (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      int quote = text.indexOf(text.charAt(start), start + 1);
      return text.substring(start + 1, quote < 0 ? text.length() : quote).strip();
    }
    int end = start;
    while (end < text.length() && " \t\r\n\f;,\"'<>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }

  private static int skipSpaces(String text, int at) {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private void scanXmlDeclaration() {
    int at = from;
    while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    if (!startsWith(XML, at)) {
      return;
    }
    int end = indexOf((byte) '>', at, Math.min(to, at + MAX_CONTENT));
    for (int i = at; i < end; i++) {
      if (startsWith(XML_ENCODING, i)) {
        String rest = latin1(i + XML_ENCODING.length, end);
        int equals = skipSpaces(rest, 0);
        if (equals < rest.length() && rest.charAt(equals) == '=') {
          add(labelAt(rest, skipSpaces(rest, equals + 1)), "xml");
        }
        return;
      }
    }
  }

  private void scanElements() {
    int at = from;
    while (found.size() < MAX_LABELS && (at = indexOf((byte) '<', at, to)) < to) {
      if (startsWith(COMMENT_START, at)) {
        // Two bytes of the opening may be those of the end: <!-->.
        at = after(COMMENT_END, at + 2);
      } else if (startsElement(META, at)) {
        at = scanAttributes(at + META.length);
      } else if (startsElement(SCRIPT, at)) {
        at = after(SCRIPT_END, at);
      } else if (startsElement(STYLE, at)) {
        at = after(STYLE_END, at);
      } else if (!found.isEmpty() && (startsElement(BODY, at) || startsElement(HEAD_END, at))) {
        return;
      } else {
        at++;
      }
    }
  }

  /** Reads a meta element's attributes; returns where it ends. */
  private int scanAttributes(int at) {
    while (at < to) {
      while (at < to && (isSpace(bytes[at]) || bytes[at] == '/')) {
        at++;
      }
      if (at == to || bytes[at] == '>' || bytes[at] == '<') {
        return at;
      }
      int nameStart = at++;
      while (at < to && !isSpace(bytes[at]) && "=/><".indexOf(bytes[at]) < 0) {
        at++;
      }
      int nameEnd = at;
      while (at < to && isSpace(bytes[at])) {
        at++;
      }
      if (at == to || bytes[at] != '=') {
        continue;
      }
      do {
        at++;
      } while (at < to && isSpace(bytes[at]));
      int valueStart = at;
      int valueEnd;
      if (at < to && (bytes[at] == '"' || bytes[at] == '\'')) {
        valueStart++;
        valueEnd = indexOf(bytes[at], valueStart, to);
        at = Math.min(to, valueEnd + 1);
      } else {
        while (at < to && !isSpace(bytes[at]) && bytes[at] != '>') {
          at++;
        }
        valueEnd = at;
      }
      declare(nameStart, nameEnd, valueStart, valueEnd);
    }
    return at;
  }

  private void declare(int nameStart, int nameEnd, int valueStart, int valueEnd) {
    if (nameEnd - nameStart > MAX_TOKEN) {
      return;
    }
    String name = latin1(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    if (name.equals("charset")) {
      add(latin1(valueStart, Math.min(valueEnd, valueStart + MAX_TOKEN)).strip(), "meta");
    } else if (name.equals("content")) {
      add(charsetOf(latin1(valueStart, Math.min(valueEnd, valueStart + MAX_CONTENT))), "meta");
    }
  }

  private void add(@Nullable String text, String place) {
    boolean none = text == null || text.isEmpty() || text.length() > MAX_TOKEN;
    // One element may name as many as it has attributes.
    if (text == null || none || found.size() >= MAX_LABELS) {
      return;
    }
    found.add(Label.of(text, place));
  }

  private boolean startsElement(byte[] lower, int at) {
    int end = at + lower.length;
    return startsWith(lower, at)
        && (end == to || isSpace(bytes[end]) || bytes[end] == '/' || bytes[end] == '>');
  }

  private boolean startsWith(byte[] lower, int at) {
    if (to - at < lower.length) {
      return false;
    }
    for (int i = 0; i < lower.length; i++) {
      int b = bytes[at + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lower[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the bytes behind the next {@code lower} start; the end if there is none. */
  private int after(byte[] lower, int at) {
    for (int i = indexOf(lower[0], at, to); i < to; i = indexOf(lower[0], i + 1, to)) {
      if (startsWith(lower, i)) {
        return i + lower.length;
      }
    }
    return to;
  }

  private int indexOf(byte wanted, int at, int end) {
    return Math.min(EightBytes.indexOf(wanted, bytes, at, end), to);
  }

  private String latin1(int start, int end) {
    return new String(bytes, start, Math.max(0, end - start), StandardCharsets.ISO_8859_1);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '\f';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
