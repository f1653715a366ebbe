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

  /** A char a byte, in lower case. */
  private final String text;

  PageEnds(byte[] bytes) {
    this.text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /**
   * Where each page starts; 0 alone unless whole pages follow one another. A fragment belongs to
   * the page before it.
   */
  List<Integer> starts() {
    List<Integer> ends = boundaries();
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
  private List<Integer> boundaries() {
    List<Integer> boundaries = new ArrayList<>();
    for (int end = text.indexOf("</html"); end >= 0; end = text.indexOf("</html", end + 1)) {
      int at = skipSpace(end + "</html".length());
      if (at == text.length() || text.charAt(at) != '>') {
        continue;
      }
      at = skipSpace(at + 1);
      for (int i = 0; i < MAX_COMMENTS && text.startsWith("<!--", at); i++) {
        int limit = Math.min(text.length(), at + LONGEST_COMMENT);
        int own = text.substring(at, limit).indexOf("-->");
        if (own < 0) {
          break;
        }
        at = skipSpace(at + own + "-->".length());
      }
      if (START.matcher(text).region(at, text.length()).lookingAt()) {
        boundaries.add(at);
      }
    }
    return boundaries;
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * Whether a page of these surely ends too soon: within a tag, a comment or a script, without the
   * end of its body. One that ends between two tags may have been written so; of one that ends
   * before any text of its body there is nothing to be cut short.
   */
  boolean isCut(int start, int end) {
    String page = text.substring(start, end).replace("\0", "");
    if (page.contains("</html") || page.contains("</body")) {
      return false;
    }
    int body = Math.max(page.indexOf("<body"), page.indexOf("</head"));
    if (!SHOWN.matcher(page).region(Math.max(0, body), page.length()).find()) {
      return false;
    }
    int tag = page.lastIndexOf('<');
    boolean inTag =
        tag > page.lastIndexOf('>') && TAG.matcher(page).region(tag, page.length()).matches();
    return inTag
        || isOpen(page, "<script", "</script")
        || isOpen(page, "<style", "</style")
        || isOpen(page, "<!--", "-->");
  }

  private static boolean isOpen(String page, String start, String end) {
    return page.lastIndexOf(start) > page.lastIndexOf(end);
  }
}
