package dev.newsfold.captures.containers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page in a mirror that lies as {@code host/path} in folders, as {@code wget -m}
 * and HTTrack make it.
 */
final class MirrorPath {
  /** Endings of hosts beside those of countries: folders have dots in their names too. */
  private static final Set<String> GENERIC_ENDINGS =
      Set.of(
          "com",
          "net",
          "org",
          "gov",
          "edu",
          "mil",
          "int",
          "info",
          "biz",
          "name",
          "news",
          "media",
          "press",
          "online",
          "site",
          "top",
          "xyz",
          "app",
          "dev",
          "club",
          "live",
          "life",
          "today",
          "world",
          "asia",
          "tel",
          "mobi",
          "pro",
          "travel",
          "post",
          "cat",
          "arpa",
          "eu",
          "su",
          // Reserved for examples, of which our sample is one (RFC 2606).
          "example");

  private static final Set<String> COUNTRY_ENDINGS =
      Set.of(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).toArray(String[]::new));

  /** Names that wget gives a page that it fetched again, or that it changed. */
  private static final Pattern COPY =
      Pattern.compile("(\\.(?:[sp]?html?|php|aspx?|jsp))\\.(?:\\d{1,3}|orig)$");

  /** Endings that wget adds to the name of a page whose address has another. */
  private static final String ADDED_ENDING = ".html";

  private MirrorPath() {}

  /** The address that a path below the inputs stands for; null if no folder is a host. */
  static @Nullable String address(String path) {
    int start = 0;
    String scheme = "http";
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      String folder = path.substring(start, slash);
      String host = host(folder);
      if (host != null) {
        return scheme + "://" + host + "/" + target(path.substring(slash + 1));
      }
      // wget --protocol-directories.
      scheme = folder.equals("https") ? folder : "http";
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
    if (!portIsNumber || port.length() > 5 || mark >= 0 && port.isEmpty()) {
      return null;
    }
    // What has a port is a host, and so is an address of four numbers; other names need an ending.
    boolean hasPort = port.length() > 1 && lower.charAt(mark) == ':';
    if (!isAddress(name) && !isHost(name) && !(hasPort && isLabel(name))) {
      return null;
    }
    return mark < 0 ? name : name + ":" + port;
  }

  /** Four numbers below 256: an IP address of version 4. */
  private static boolean isAddress(String name) {
    String[] numbers = name.split("\\.", -1);
    return numbers.length == 4
        && Arrays.stream(numbers)
            .allMatch(one -> one.matches("0|[1-9]\\d{0,2}") && Integer.parseInt(one) < 256);
  }

  /** A name in a local network. */
  private static boolean isLabel(String name) {
    return name.matches("[a-z][a-z0-9-]{0,62}");
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
    String whole = path.replace("%3F", "?").replace("%3f", "?").replace("#", "%23");
    String plain = COPY.matcher(whole).replaceFirst("$1");
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
