package dev.newsfold.parse;

/** Bounds what would cost the parser more than its length is worth, before it sees the page. */
final class MarkupBounds {
  /** The longest name a tag may have; no element of any vocabulary comes near. */
  private static final int MAX_TAG_NAME = 1_000;

  private MarkupBounds() {}

  /**
   * Cuts endless tag names: jsoup's time is quadratic in their length. Text without such a name
   * comes back as it is.
   */
  static String bound(String html) {
    StringBuilder bounded = null;
    int copied = 0;
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', tag + 1)) {
      int end = tag + 1;
      if (end < html.length() && html.charAt(end) == '/') {
        end++;
      }
      if (end >= html.length() || !Character.isLetter(html.charAt(end))) {
        continue;
      }
      while (end < html.length() && isNamePart(html.charAt(end))) {
        end++;
      }
      if (end - tag > MAX_TAG_NAME) {
        bounded = bounded == null ? new StringBuilder(html.length()) : bounded;
        bounded.append(html, copied, tag + MAX_TAG_NAME);
        copied = end;
        tag = end - 1;
      }
    }
    return bounded == null ? html : bounded.append(html, copied, html.length()).toString();
  }

  private static boolean isNamePart(char c) {
    return c > ' ' && c != '>' && c != '<';
  }
}
