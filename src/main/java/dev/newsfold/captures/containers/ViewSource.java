package dev.newsfold.captures.containers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page's source as a browser shows it, saved: the page's markup is the text of another page, in a
 * table of lines (Chrome, Edge, Safari) or in one element (Firefox). What was shown can be had
 * again, for the browser changes no letter of it.
 */
final class ViewSource {
  private static final int SAMPLE = 4096;

  /** Of a table of lines: those that hold the source, and not their numbers. */
  private static final Pattern LINE =
      Pattern.compile("<td class=\"(?:webkit-)?line-content\"[^>]{0,200}>");

  private static final Pattern TABLE =
      Pattern.compile("<(?:div|td) class=\"(?:webkit-)?line-(?:gutter-backdrop|number)\"");

  private static final Pattern ELEMENT =
      Pattern.compile("<body id=\"viewsource\"[^>]*>\\s*+<pre[^>]*>");

  private static final String TABLE_END = "</td>";
  private static final String ELEMENT_END = "</pre>";

  /** A longer one is none: what an unclosed quote would take is not looked at again and again. */
  private static final int MAX_TAG = 16 << 10;

  private ViewSource() {}

  /** The page whose source is shown, in the encoding of the other; null if none is. */
  static byte @Nullable [] shown(byte[] page) {
    String head = new String(page, 0, Math.min(SAMPLE, page.length), StandardCharsets.ISO_8859_1);
    boolean table = TABLE.matcher(head).find() && head.contains("line-content\"");
    Matcher element = ELEMENT.matcher(head);
    if (!table && !element.find()) {
      return null;
    }
    // Tags and references are of ASCII; all else stays as it is, whatever letters it makes.
    String text = new String(page, StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream shown = new ByteArrayOutputStream(page.length);
    if (!table) {
      int end = text.lastIndexOf(ELEMENT_END);
      append(text, element.end(), end < element.end() ? text.length() : end, shown);
      return shown.toByteArray();
    }
    Matcher line = LINE.matcher(text);
    int at = 0;
    while (line.find(at)) {
      int end = text.indexOf(TABLE_END, line.end());
      at = end < 0 ? text.length() : end;
      append(text, line.end(), at, shown);
      shown.write('\n');
    }
    return shown.toByteArray();
  }

  /** Appends the text of markup. */
  private static void append(String markup, int from, int to, ByteArrayOutputStream shown) {
    CharacterReferences references = new CharacterReferences(markup);
    int at = from;
    while (at < to) {
      char c = markup.charAt(at);
      int tagEnd = c == '<' ? tagEnd(markup, at, to) : at;
      if (tagEnd > at) {
        at = tagEnd;
      } else if (c == '&' && references.startsAt(at, to)) {
        shown.writeBytes(references.letter().getBytes(StandardCharsets.UTF_8));
        at = references.end();
      } else {
        shown.write(c);
        at++;
      }
    }
  }

  /** Where a tag ends, whose values may hold what would end it; its start if there is none. */
  private static int tagEnd(String markup, int from, int to) {
    char quote = 0;
    for (int at = from + 1; at < Math.min(to, from + MAX_TAG); at++) {
      char c = markup.charAt(at);
      if (quote == 0 && c == '>') {
        return at + 1;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    return from;
  }
}
