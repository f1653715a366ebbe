package dev.newsfold.captures.containers;

import dev.newsfold.captures.LenientTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a saved page came from, as HTTrack, browsers, SingleFile and the Wayback Machine write into
 * it.
 *
 * @param url null if nothing tells
 * @param at when it was saved, or captured by the Wayback Machine; null if nothing tells
 */
record SavedFrom(@Nullable String url, @Nullable Instant at) {
  /** HTTrack writes its comment behind the head of the page, or at its very end. */
  private static final int SAMPLE = 32 << 10;

  private static final Pattern HTTRACK =
      Pattern.compile(
          "<!--\\s*Mirrored from (?<url>\\S{4,2000}) by HTTrack[^>]{0,200}?"
              + "(?:, (?<at>\\w{3}, \\d{1,2} \\w{3} \\d{4} [\\d:]{8} GMT))?\\s*-->");

  private static final Pattern BROWSER =
      Pattern.compile(
          "<!-- saved from url=\\(\\d{4,5}\\)(?:view-source:)?(?<url>https?://\\S{3,2000}) -->");

  private static final Pattern SINGLE_FILE =
      Pattern.compile(
          "<!--\\s+Page saved with SingleFile\\s+url: (?<url>https?://\\S{3,2000})"
              + "(?:\\s+saved date: (?<at>\\w{3} \\w{3} \\d{2} \\d{4} [\\d:]{8} GMT[+-]\\d{4}))?");

  /** What the Wayback Machine, and pywb, write into the pages that they show. */
  private static final Pattern WAYBACK =
      Pattern.compile(
          "__wm\\.wombat\\(\"(?<url>https?://[^\"\\s]{3,2000})\",\\s*\"(?<at>\\d{14})\"");

  /** The title that Firefox gives to the source of a page. */
  private static final Pattern SOURCE =
      Pattern.compile("<title>view-source:(?<url>https?://[^\\s<]{3,2000})</title>");

  private static final SavedFrom NOWHERE = new SavedFrom(null, null);

  /** What a page tells. */
  static SavedFrom of(byte[] page) {
    SavedFrom start = in(page, 0, Math.min(page.length, SAMPLE));
    boolean all = start.url != null || page.length <= SAMPLE;
    return all ? start : in(page, Math.max(SAMPLE, page.length - SAMPLE), page.length);
  }

  private static SavedFrom in(byte[] page, int from, int to) {
    String text = new String(page, from, to - from, StandardCharsets.ISO_8859_1);
    if (text.contains("by HTTrack")) {
      Matcher found = HTTRACK.matcher(text);
      if (found.find()) {
        String url = found.group("url");
        return new SavedFrom(url.contains("://") ? url : "http://" + url, time(found.group("at")));
      }
    }
    if (text.contains("saved from url=(")) {
      Matcher found = BROWSER.matcher(text);
      if (found.find()) {
        return new SavedFrom(found.group("url"), null);
      }
    }
    if (text.contains("<title>view-source:")) {
      Matcher found = SOURCE.matcher(text);
      if (found.find()) {
        return new SavedFrom(CharacterReferences.undone(found.group("url")), null);
      }
    }
    if (text.contains("Page saved with SingleFile")) {
      Matcher found = SINGLE_FILE.matcher(text);
      if (found.find()) {
        return new SavedFrom(found.group("url"), singleFileTime(found.group("at")));
      }
    }
    if (text.contains("__wm.wombat(")) {
      Matcher found = WAYBACK.matcher(text);
      if (found.find()) {
        return new SavedFrom(found.group("url"), time(found.group("at")));
      }
    }
    return NOWHERE;
  }

  private static @Nullable Instant time(@Nullable String stated) {
    return stated == null ? null : LenientTime.parse(stated);
  }

  /** As JavaScript prints a date: {@code Fri Oct 01 2021 10:30:00 GMT+0800}. */
  private static @Nullable Instant singleFileTime(@Nullable String stated) {
    if (stated == null) {
      return null;
    }
    String[] words = stated.split(" ");
    return LenientTime.parse(
        words[0]
            + ", "
            + words[2]
            + " "
            + words[1]
            + " "
            + words[3]
            + " "
            + words[4]
            + " "
            + words[5].replace("GMT", ""));
  }
}
