package dev.newsfold.captures;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address by which a web archive shows a page, as {@code
 * https://web.archive.org/web/20210203040506id_/http://daily.example/1.html}: the page is that of
 * the address within, as it was then.
 *
 * @param url the page's own address
 * @param at when the archive captured it; null if the digits are no time
 */
public record ReplayAddress(String url, @Nullable Instant at) {
  /** A mirror of an archive has one slash less, or an escape, where folders are named. */
  private static final Pattern REPLAY =
      Pattern.compile(
          "(?i)\\Ahttps?://[^/?#]+/(?:[^/?#]+/){0,3}(\\d{14})(?:[a-z]{2}_)?/"
              + "(https?)(?::|%3a)/{1,2}([^/?#].*)");

  /** What an address shows; null if it is that of no archive. */
  public static @Nullable ReplayAddress of(String address) {
    Matcher replay = REPLAY.matcher(address);
    String url =
        replay.matches() ? Addresses.normalize(replay.group(2) + "://" + replay.group(3)) : null;
    return url == null ? null : new ReplayAddress(url, LenientTime.parse(replay.group(1)));
  }
}
