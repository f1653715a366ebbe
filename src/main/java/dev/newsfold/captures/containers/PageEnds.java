package dev.newsfold.captures.containers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where pages end that were saved in a file: one may be cut short, and another may follow it, where
 * files were joined.
 */
final class PageEnds {
  /** One page's end and another's start, with what programs write between them. */
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)</html\\s*+>\\s*+(?:<!--(?s:.{0,600}?)-->\\s*+)*+(?=<!doctype\\s++html|<html[\\s>])");

  /** What every page of its own has, and a fragment does not that a site's program put in one. */
  private static final Pattern TITLE = Pattern.compile("(?i)<title[\\s>]");

  private static final Pattern BODY = Pattern.compile("(?i)<body[\\s>]");

  private static final Pattern TAG = Pattern.compile("<(?:/?[a-z]|!--|!doctype)(?s:.*+)");

  /** Text behind a tag. */
  private static final Pattern SHOWN = Pattern.compile(">\\s*+[^\\s<]");

  private PageEnds() {}

  /**
   * Where each page starts; 0 alone unless whole pages follow one another. A fragment belongs to
   * the page before it.
   */
  static List<Integer> starts(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Integer> ends =
        new ArrayList<>(BOUNDARY.matcher(text).results().map(MatchResult::end).toList());
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

  /**
   * Whether a page surely ends too soon: within a tag, a comment or a script, without the end of
   * its body. One that ends between two tags may have been written so; of one that ends before any
   * text of its body there is nothing to be cut short.
   */
  static boolean isCut(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
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
