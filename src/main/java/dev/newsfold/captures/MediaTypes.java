package dev.newsfold.captures;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells pages from other things by their media type, and by how they start where that is vague. */
final class MediaTypes {
  private static final Set<String> PAGES =
      Set.of("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml");

  /** Types that servers give to anything: what starts like a page is one. */
  private static final Set<String> VAGUE =
      Set.of(
          "text/plain",
          "text/xml",
          "application/xml",
          "application/octet-stream",
          "binary/octet-stream",
          "application/x-download",
          "application/force-download");

  private static final Set<String> SCRIPTS =
      Set.of(
          "application/javascript",
          "application/x-javascript",
          "application/ecmascript",
          "text/javascript",
          "text/ecmascript");

  private static final Set<String> DATA =
      Set.of("application/json", "text/json", "text/xml", "application/xml", "text/csv");

  /** How much of a payload is looked at for its first tag. */
  private static final int SNIFF = 1024;

  private MediaTypes() {}

  /** A media type without its parameters, in lower case; empty if it is none. */
  static String bare(String contentType) {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    String lower = type.strip().toLowerCase(Locale.ROOT);
    return lower.indexOf('/') < 0 || lower.equals("*/*") || lower.startsWith("unknown/")
        ? ""
        : lower;
  }

  /** True if only the payload tells whether this is a page. */
  static boolean isVague(String bare) {
    return VAGUE.contains(bare);
  }

  /** Why something of this type is no page; null if it is one, or its type is not known. */
  static @Nullable SkipKind skipKind(String bare) {
    if (bare.isEmpty() || PAGES.contains(bare)) {
      return null;
    }
    if (bare.startsWith("image/")) {
      return SkipKind.IMAGE;
    }
    if (bare.equals("text/css")) {
      return SkipKind.STYLE;
    }
    if (SCRIPTS.contains(bare)) {
      return SkipKind.SCRIPT;
    }
    if (bare.startsWith("font/") || bare.contains("font-")) {
      return SkipKind.FONT;
    }
    if (bare.startsWith("audio/") || bare.startsWith("video/")) {
      return SkipKind.AUDIO_VIDEO;
    }
    boolean data = DATA.contains(bare) || bare.endsWith("+xml") || bare.endsWith("+json");
    return data ? SkipKind.DATA : SkipKind.OTHER_MEDIA;
  }

  /** True if the bytes start with markup: a tag, a comment or a declaration. */
  static boolean startsMarkup(byte[] bytes, int from, int to) {
    int at = skipBlanks(bytes, from, to);
    if (at + 1 >= to || bytes[at] != '<') {
      return false;
    }
    int next = bytes[at + 1];
    return next == '!' || next == '?' || next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z';
  }

  /** True if the bytes start with the markup of HTML. */
  static boolean startsHtml(byte[] bytes, int from, int to) {
    if (!startsMarkup(bytes, from, to)) {
      return false;
    }
    int at = skipBlanks(bytes, from, to);
    String start =
        new String(bytes, at, Math.min(SNIFF, to - at), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return start.contains("<html") || start.contains("<!doctype html") || start.contains("<head");
  }

  private static int skipBlanks(byte[] bytes, int from, int to) {
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
