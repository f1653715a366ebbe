package dev.newsfold.dedupe;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Editions of a site for a device or a printer. They show the same articles at addresses of their
 * own, and are no other site.
 */
final class Edition {
  /** First labels of a host that name an edition. */
  private static final List<String> HOSTS =
      List.of("www.", "m.", "wap.", "3g.", "4g.", "5g.", "mobile.", "touch.", "amp.", "print.");

  /** Parts of a path, or values of a query, that name one. */
  private static final Set<String> PARTS =
      Set.of("amp", "m", "mobile", "wap", "print", "printable");

  private static final Pattern PART = Pattern.compile("[/?&=]");

  private Edition() {}

  /** The site's own host: {@code m.daily.example} is {@code daily.example}. */
  static String outlet(String site) {
    for (String host : HOSTS) {
      // What is left must still be a host: m.cn is a site of its own.
      if (site.startsWith(host) && site.indexOf('.', host.length()) > 0) {
        return site.substring(host.length());
      }
    }
    return site;
  }

  /** Whether an address is that of an edition, by its host or its path. */
  static boolean is(String site, String url) {
    if (!site.startsWith("www.") && !outlet(site).equals(site)) {
      return true;
    }
    int path = url.indexOf('/', url.indexOf("//") + 2);
    return path >= 0 && PART.splitAsStream(url.substring(path)).anyMatch(PARTS::contains);
  }
}
