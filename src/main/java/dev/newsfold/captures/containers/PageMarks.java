package dev.newsfold.captures.containers;

import dev.newsfold.captures.Markup;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page from text that holds tags: notes in Markdown, a program, a table. A page starts with
 * a tag; where something stands ahead of it, as the warning of a server, it has elements that only
 * pages have, or is named as a page is.
 */
final class PageMarks {
  private static final Pattern ELEMENT =
      Pattern.compile("(?i)<(?:!doctype\\s|(?:html|head|body|title)[\\s>]|meta\\s)");

  /** Endings of pages, with what mirrors put behind them. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\.(?:[xsdp]?html?|php\\d?|aspx?|jspx?|cfm|do|action|cgi|nsf|stm)(?:[^/A-Za-z].*)?");

  private PageMarks() {}

  /** What text is, in words, that holds no page; null if it is one, or may be. */
  static @Nullable String whyNoPage(byte[] bytes, String name) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!Markup.hasTag(text)) {
      // It may be an article, but nothing tells its headline from the rest.
      return "text without markup";
    }
    String last = name.substring(name.lastIndexOf('/') + 1);
    int dot = last.indexOf('.');
    boolean page =
        startsWithTag(text)
            || ELEMENT.matcher(text).find()
            || dot >= 0 && NAME.matcher(last).region(dot, last.length()).find();
    return page ? null : "text that holds tags, and no page";
  }

  private static boolean startsWithTag(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) <= ' ' || isMark(text.charAt(at)))) {
      at++;
    }
    return text.startsWith("<", at);
  }

  /** Of a byte order mark in UTF-8, or of UTF-16. */
  private static boolean isMark(char c) {
    return "\u00ef\u00bb\u00bf\u00ff\u00fe".indexOf(c) >= 0;
  }
}
