package dev.newsfold.dedupe;

import dev.newsfold.captures.Addresses;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Editions of a site for a device or a printer. They show the same articles at addresses of their
 * own, and are no other site.
 */
final class Edition {
  /** Parts of a path, or values of a query, that name one. */
  private static final Set<String> PARTS =
      Set.of("amp", "m", "mobile", "wap", "print", "printable");

  private static final Pattern PART = Pattern.compile("[/?&=]");

  private Edition() {}

  /** The site's own host: {@code m.daily.example} is {@code daily.example}. */
  static String outlet(String site) {
    return Addresses.withoutEdition(site);
  }

  /** Whether an address is that of an edition, by its host or its path. */
  static boolean is(String site, String url) {
    String host = Addresses.site(url);
    if (!outlet(host.isEmpty() ? site : host).equals(host.isEmpty() ? site : host)) {
      return true;
    }
    int path = url.indexOf('/', url.indexOf("//") + 2);
    return path >= 0 && PART.splitAsStream(url.substring(path)).anyMatch(PARTS::contains);
  }
}
