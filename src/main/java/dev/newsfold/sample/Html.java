package dev.newsfold.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that several designs share. */
final class Html {
  private Html() {}

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** The label's meta element in the old notation; nothing without a label. */
  static String oldCharset(@Nullable String label) {
    return label == null
        ? ""
        : "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + label + "\">\n";
  }

  static String charset(@Nullable String label) {
    return label == null ? "" : "<meta charset=\"" + label + "\">\n";
  }

  static String meta(String name, @Nullable String content) {
    return content == null
        ? ""
        : "<meta name=\"" + name + "\" content=\"" + escape(content) + "\">\n";
  }

  static String property(String name, @Nullable String content) {
    return content == null
        ? ""
        : "<meta property=\"" + name + "\" content=\"" + escape(content) + "\">\n";
  }

  static String canonical(Piece piece) {
    return "<link rel=\"canonical\" href=\"" + piece.url() + "\">\n";
  }

  /** The text, each paragraph between the two strings. */
  static String paragraphs(Piece piece, String before, String after) {
    StringBuilder out = new StringBuilder(4096);
    for (String paragraph : piece.paragraphs()) {
      out.append(before).append(escape(paragraph)).append(after);
    }
    return out.toString();
  }

  /** Links, each between the two strings. */
  static String links(List<Link> links, String before, String after) {
    StringBuilder out = new StringBuilder(160 * links.size());
    for (Link link : links) {
      out.append(before)
          .append("<a href=\"")
          .append(link.href())
          .append("\">")
          .append(escape(link.headline()))
          .append("</a>")
          .append(after);
    }
    return out.toString();
  }

  /** The text between the strings, or nothing for an absent value. */
  static String optional(String before, @Nullable String value, String after) {
    return value == null ? "" : before + escape(value) + after;
  }

  /** Names between the strings, or nothing where there are none. */
  static String optional(String before, List<String> names, String joint, String after) {
    return names.isEmpty() ? "" : before + escape(String.join(joint, names)) + after;
  }

  /** A JSON string, safe inside a script element. */
  static String json(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '<' -> out.append("\\u003c");
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** Fills {@code {{name}}} in a template; every name must have a value. */
  static String fill(String template, Map<String, String> values) {
    int length = template.length();
    for (String value : values.values()) {
      length += value.length();
    }
    StringBuilder out = new StringBuilder(length);
    int from = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
      int close = template.indexOf("}}", open);
      String name = template.substring(open + 2, close);
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("nothing for {{" + name + "}}");
      }
      out.append(template, from, open).append(value);
      from = close + 2;
    }
    return out.append(template, from, template.length()).toString();
  }
}
