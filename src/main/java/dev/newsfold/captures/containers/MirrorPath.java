package dev.newsfold.captures.containers;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page in a mirror that lies as {@code host/path} in folders, as {@code wget -m}
 * and HTTrack make it.
 */
final class MirrorPath {
  /** Endings of hosts beside those of countries: folders have dots in their names too. */
  private static final Set<String> GENERIC_ENDINGS =
      Set.of(
          "com", "net", "org", "gov", "edu", "mil", "int", "info", "biz", "name", "news", "media",
          "press", "online", "site", "top", "xyz", "app", "dev", "club", "live", "life", "today",
          "world", "asia", "tel", "mobi", "pro", "travel", "post", "cat", "arpa", "eu", "su");

  private static final Set<String> COUNTRY_ENDINGS =
      Set.of(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).toArray(String[]::new));

  /** Endings that wget adds to the name of a page whose address has another. */
  private static final String ADDED_ENDING = ".html";

  private MirrorPath() {}

  /** The address that a path below the inputs stands for; null if no folder is a host. */
  static @Nullable String address(String path) {
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      String host = host(path.substring(start, slash));
      if (host != null) {
        return "http://" + host + "/" + target(path.substring(slash + 1));
      }
      start = slash + 1;
    }
    return null;
  }

  /** The host, and port, that a folder's name is; null if it is none. */
  private static @Nullable String host(String folder) {
    String lower = folder.toLowerCase(Locale.ROOT);
    // wget writes a port behind +, where file systems do not take the colon.
    int mark = Math.max(lower.indexOf(':'), lower.indexOf('+'));
    String name = mark < 0 ? lower : lower.substring(0, mark);
    String port = mark < 0 ? "" : lower.substring(mark + 1);
    boolean portIsNumber = port.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!portIsNumber || port.length() > 5 || mark >= 0 && port.isEmpty() || !isHost(name)) {
      return null;
    }
    return mark < 0 ? name : name + ":" + port;
  }

  private static boolean isHost(String name) {
    int lastDot = name.lastIndexOf('.');
    if (lastDot <= 0 || name.length() > 253 || name.startsWith(".") || name.contains("..")) {
      return false;
    }
    if (!name.chars().allMatch(c -> c == '.' || c == '-' || Character.isLetterOrDigit(c))) {
      return false;
    }
    String ending = name.substring(lastDot + 1);
    return GENERIC_ENDINGS.contains(ending)
        || COUNTRY_ENDINGS.contains(ending.toUpperCase(Locale.ROOT))
        || ending.equals("uk")
        || ending.startsWith("xn--");
  }

  /** The path and query below the host. Names keep their escapes, but for a hidden query mark. */
  private static String target(String path) {
    String plain = path.replace("%3F", "?").replace("%3f", "?").replace("#", "%23");
    int query = queryMark(plain);
    if (query < 0) {
      return plain;
    }
    String address = plain.substring(0, query) + "?" + plain.substring(query + 1);
    boolean added = address.endsWith(ADDED_ENDING) && address.indexOf('=', query) > 0;
    return added ? address.substring(0, address.length() - ADDED_ENDING.length()) : address;
  }

  /** Where the query starts: at ?, or at the @ that stands for it in {@code view.php@id=5}. */
  private static int queryMark(String path) {
    int mark = path.indexOf('?');
    if (mark >= 0) {
      return mark;
    }
    int at = path.lastIndexOf('@');
    int name = path.lastIndexOf('/') + 1;
    return at > name && path.indexOf('=', at) > at && path.indexOf('.', name) < at ? at : -1;
  }
}
