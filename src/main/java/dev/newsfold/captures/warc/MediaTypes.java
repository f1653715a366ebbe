package dev.newsfold.captures.warc;

import dev.newsfold.captures.Markup;
import dev.newsfold.captures.SkipKind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells pages from other things by their media type, and by how they start where that is vague. */
public final class MediaTypes {
  private static final Set<String> PAGES =
      Set.of("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml");

  private static final Set<String> SCRIPTS =
      Set.of(
          "application/javascript",
          "application/x-javascript",
          "application/ecmascript",
          "text/javascript",
          "text/ecmascript");

  private static final Set<String> DATA =
      Set.of("application/json", "text/json", "text/xml", "application/xml", "text/csv");

  private MediaTypes() {}

  /**
   * A media type without its parameters, in lower case; empty if it is none. Of several, as servers
   * send them behind proxies, the first that is one.
   */
  public static String bare(String contentType) {
    for (String one : contentType.split(",", 8)) {
      String type = one.replace('"', ' ').replace('\'', ' ').strip();
      int end = 0;
      while (end < type.length() && type.charAt(end) != ';' && type.charAt(end) > ' ') {
        end++;
      }
      String lower = type.substring(0, end).toLowerCase(Locale.ROOT);
      if (lower.indexOf('/') > 0 && !lower.equals("*/*") && !lower.startsWith("unknown/")) {
        return lower;
      }
    }
    return "";
  }

  /** Why something of this type is no page; null if it is one, or its type is not known. */
  public static @Nullable SkipKind skipKind(String bare) {
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
  public static boolean startsMarkup(byte[] bytes, int from, int to) {
    int at = Markup.skipBlanks(bytes, from, to);
    if (at + 1 >= to || bytes[at] != '<') {
      return false;
    }
    int next = bytes[at + 1];
    return next == '!' || next == '?' || next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z';
  }

  /** True if the bytes start with the markup of HTML, in any encoding. */
  public static boolean startsHtml(byte[] bytes, int from, int to) {
    return Markup.isHtml(Markup.firstElement(bytes, from, to));
  }
}
