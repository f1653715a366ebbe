package dev.newsfold.captures.containers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where pages end that were saved in a file: one may be cut short, and another may follow it, where
 * files were joined.
 */
final class PageEnds {
  /** The most comments that programs write between one page and the next, and their length. */
  private static final int MAX_COMMENTS = 8;

  private static final int LONGEST_COMMENT = 600;

  private static final Pattern START = Pattern.compile("<!doctype\\s++html|<html[\\s>]");

  /** What every page of its own has, and a fragment does not that a site's program put in one. */
  private static final Pattern TITLE = Pattern.compile("<title[\\s>]");

  private static final Pattern BODY = Pattern.compile("<body[\\s>]");

  private static final Pattern TAG = Pattern.compile("<(?:/?[a-z]|!--|!doctype)(?s:.*+)");

  /** Text behind a tag. */
  private static final Pattern SHOWN = Pattern.compile(">\\s*+[^\\s<]");

  private PageEnds() {}

  /**
   * Where each page starts; 0 alone unless whole pages follow one another. A fragment belongs to
   * the page before it.
   */
  static List<Integer> starts(byte[] bytes) {
    String text = lower(bytes);
    List<Integer> ends = boundaries(text);
    ends.add(text.length());
    List<Integer> starts = new ArrayList<>(List.of(0));
    boolean title = false;
    boolean body = false;
    int start = 0;
    for (int end : ends) {
      boolean ownTitle = TITLE.matcher(text).region(start, end).find();
      boolean ownBody = BODY.matcher(text).region(start, end).find();
      boolean next = title && body && ownTitle && ownBody;
      if (next) {
        starts.add(start);
      }
      title = ownTitle || title && !next;
      body = ownBody || body && !next;
      start = end;
    }
    return starts;
  }

  /** Where one page has ended and another starts, comments between them skipped. */
  private static List<Integer> boundaries(String text) {
    List<Integer> boundaries = new ArrayList<>();
    for (int end = text.indexOf("</html"); end >= 0; end = text.indexOf("</html", end + 1)) {
      int at = skipSpace(text, end + "</html".length());
      if (at == text.length() || text.charAt(at) != '>') {
        continue;
      }
      at = skipSpace(text, at + 1);
      for (int i = 0; i < MAX_COMMENTS && text.startsWith("<!--", at); i++) {
        int limit = Math.min(text.length(), at + LONGEST_COMMENT);
        int own = text.substring(at, limit).indexOf("-->");
        if (own < 0) {
          break;
        }
        at = skipSpace(text, at + own + "-->".length());
      }
      if (START.matcher(text).region(at, text.length()).lookingAt()) {
        boundaries.add(at);
      }
    }
    return boundaries;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** A char a byte, in lower case. */
  private static String lower(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a page surely ends too soon: within a tag, a comment or a script, without the end of
   * its body. One that ends between two tags may have been written so; of one that ends before any
   * text of its body there is nothing to be cut short.
   */
  static boolean isCut(byte[] bytes) {
    String text = lower(bytes);
    if (text.contains("</html") || text.contains("</body")) {
      return false;
    }
    int body = Math.max(text.indexOf("<body"), text.indexOf("</head"));
    if (!SHOWN.matcher(text).region(Math.max(0, body), text.length()).find()) {
      return false;
    }
    int tag = text.lastIndexOf('<');
    boolean inTag =
        tag > text.lastIndexOf('>') && TAG.matcher(text).region(tag, text.length()).matches();
    return inTag
        || isOpen(text, "<script", "</script")
        || isOpen(text, "<style", "</style")
        || isOpen(text, "<!--", "-->");
  }

  private static boolean isOpen(String text, String start, String end) {
    return text.lastIndexOf(start) > text.lastIndexOf(end);
  }
}
