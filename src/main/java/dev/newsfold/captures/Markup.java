package dev.newsfold.captures;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** How a document of markup starts, behind its declarations and comments. */
public final class Markup {
  /** Elements by which the MIME Sniffing Standard knows HTML, and more that only HTML has. */
  private static final Set<String> HTML =
      Set.of(
          "!doctype html",
          "html",
          "head",
          "body",
          "title",
          "meta",
          "base",
          "script",
          "noscript",
          "style",
          "link",
          "iframe",
          "frameset",
          "h1",
          "h2",
          "div",
          "span",
          "section",
          "article",
          "main",
          "header",
          "font",
          "table",
          "center",
          "a",
          "b",
          "br",
          "p",
          "img",
          "form");

  /** How much of a document is looked at: comments of licences are long. */
  private static final int SAMPLE = 16 << 10;

  private Markup() {}

  /** Whether the name that {@link #firstElement} gives is that of a page. */
  public static boolean isHtml(String firstElement) {
    return HTML.contains(firstElement);
  }

  /**
   * The name of the first element, in lower case, {@code !doctype html} where that is declared;
   * empty if the bytes do not start with markup.
   */
  public static String firstElement(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + SAMPLE);
    String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    // UTF-16 is ASCII with a NUL beside each character, for as far as tags go.
    boolean wide = text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
    return firstElement(wide ? text.substring(2).replace("\0", "") : text);
  }

  /** The same of text. */
  public static String firstElement(String text) {
    int at = 0;
    while (true) {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at + 4);
        at = end < 0 ? text.length() : end + 3;
      } else if (text.startsWith("<?", at)) {
        int end = text.indexOf('>', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (text.startsWith("<!", at)) {
        String declared = text.substring(at + 1, Math.min(text.length(), at + 80));
        String lower = declared.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (lower.startsWith("!doctype html")) {
          return "!doctype html";
        }
        at = behindDeclaration(text, at);
      } else {
        return text.startsWith("<", at) ? name(text, at + 1) : "";
      }
    }
  }

  /** Whether anything in text may be a tag: a log, a list, a style and a letter have none. */
  public static boolean hasTag(String text) {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (next == '/' || next == '!' || isTag(text, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name, and what may follow it, stand here: not so in an address in brackets. */
  private static boolean isTag(String text, int from) {
    int at = from;
    while (at < text.length() && isName(text.charAt(at), at > from)) {
      at++;
    }
    boolean ends = at == text.length() || " \t\r\n\f>/".indexOf(text.charAt(at)) >= 0;
    return at > from && ends && text.charAt(at - 1) != ':';
  }

  private static boolean isName(char c, boolean inner) {
    boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return letter || inner && (c >= '0' && c <= ':' || c == '-' || c == '_');
  }

  /** Behind a declaration, and its own declarations in brackets; the end if it has none. */
  private static int behindDeclaration(String text, int at) {
    int end = text.indexOf('>', at);
    int bracket = text.indexOf('[', at);
    if (bracket >= 0 && bracket < end) {
      int close = text.indexOf(']', bracket);
      while (close >= 0) {
        int next = close + 1;
        while (next < text.length() && isBlank(text.charAt(next))) {
          next++;
        }
        if (text.startsWith(">", next)) {
          return next + 1;
        }
        close = text.indexOf(']', next);
      }
    }
    return end < 0 ? text.length() : end + 1;
  }

  private static String name(String text, int from) {
    int at = from;
    while (at < text.length()
        && at - from < 64
        && (Character.isLetterOrDigit(text.charAt(at)) || ":-_.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(from, at).toLowerCase(Locale.ROOT);
  }

  /** White space, and byte order marks, of text or of bytes taken for Latin letters. */
  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\uFEFF' || c == '\u00ef' || c == '\u00bb' || c == '\u00bf';
  }

  /** Behind white space and a byte order mark among it. */
  public static int skipBlanks(byte[] bytes, int from, int to) {
    int at = from;
    // A UTF-8 byte order mark may stand among the white space.
    while (at < to && (bytes[at] >= 0 && bytes[at] <= ' ' || isMark(bytes, at, to))) {
      at += bytes[at] < 0 ? 3 : 1;
    }
    return Math.min(at, to);
  }

  private static boolean isMark(byte[] bytes, int at, int to) {
    return to - at >= 3
        && bytes[at] == (byte) 0xef
        && bytes[at + 1] == (byte) 0xbb
        && bytes[at + 2] == (byte) 0xbf;
  }
}
