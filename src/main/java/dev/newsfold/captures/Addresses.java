package dev.newsfold.captures;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * URLs as plain text: made canonical, made absolute, and reduced to their site. Never throws.
 *
 * <p>After the URL Standard, and further, so that the spellings that lead to one page become one:
 * scheme and host are in lower case, the host in ASCII; there is no default port, user, fragment,
 * dot segment, session id or tracking parameter; percent-escapes are in upper case, and stand only
 * where a URL needs them.
 *
 * @see <a href="https://url.spec.whatwg.org/">URL Standard</a>
 */
public final class Addresses {
  private static final String FILE = "file:";

  /** First labels of a host that name an edition of its site, for a device or a printer. */
  private static final List<String> EDITIONS =
      List.of("m.", "wap.", "3g.", "4g.", "5g.", "mobile.", "touch.", "amp.", "print.");

  private Addresses() {}

  /**
   * The canonical form of an http, https or ftp URL, or of a path below the inputs such as {@code
   * file:news/a.html}; null if the text is no such address. Normalising twice changes nothing more.
   */
  public static @Nullable String normalize(String address) {
    String text = trimmed(address);
    String scheme = scheme(text);
    String rest = text.substring(scheme.isEmpty() ? 0 : scheme.length() + 1);
    if (scheme.equals("file")) {
      // An absolute path is no place below the inputs.
      return rest.isEmpty() || rest.startsWith("/") || rest.startsWith("\\") ? null : FILE + rest;
    }
    WebAddress web = isWeb(scheme) ? WebAddress.parse(scheme, rest) : null;
    return web == null ? null : web.toString();
  }

  /** The host without {@code www.}, in lower case; empty for an address without a host. */
  public static String site(String address) {
    String text = trimmed(address);
    String scheme = scheme(text);
    WebAddress web =
        isWeb(scheme) ? WebAddress.parse(scheme, text.substring(scheme.length() + 1)) : null;
    return web == null ? "" : withoutWww(web.host());
  }

  /**
   * The site that an address is of, whatever edition of it: that of {@code m.daily.example}, too,
   * is {@code daily.example}. Empty for an address without a host.
   */
  public static String outlet(String address) {
    return withoutEdition(site(address));
  }

  /** A host without {@code www.} and without what marks an edition for a device or a printer. */
  public static String withoutEdition(String host) {
    String site = withoutWww(host);
    for (String edition : EDITIONS) {
      // What is left must still be a host: m.cn is a site of its own.
      if (site.startsWith(edition) && site.indexOf('.', edition.length()) > 0) {
        return site.substring(edition.length());
      }
    }
    return site;
  }

  /**
   * What a link on a page leads to, in canonical form; null if that is no page on the web.
   *
   * @param base the page's address, or what it says its links are relative to
   */
  public static @Nullable String resolve(String base, String href) {
    String link = trimmed(href);
    String scheme = scheme(link);
    if (!scheme.isEmpty()) {
      return isWeb(scheme) ? normalize(link) : null;
    }
    String from = trimmed(base);
    String baseScheme = scheme(from);
    WebAddress page =
        isWeb(baseScheme)
            ? WebAddress.parse(baseScheme, from.substring(baseScheme.length() + 1))
            : null;
    if (page == null) {
      return null;
    }
    WebAddress target = page.resolve(link);
    return target == null ? null : target.toString();
  }

  /**
   * What two canonical addresses of one page have in common: scheme and {@code www.} tell nothing.
   */
  public static String identity(String address) {
    for (String scheme : new String[] {"https://", "http://"}) {
      if (address.startsWith(scheme)) {
        return withoutWww(address.substring(scheme.length()));
      }
    }
    return address;
  }

  private static String withoutWww(String host) {
    // www.com is a host of its own.
    boolean www = host.startsWith("www.") && host.indexOf('.', 4) > 0;
    return www ? host.substring(4) : host;
  }

  private static boolean isWeb(String scheme) {
    return scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp");
  }

  /** The scheme in lower case; empty if the text is a relative reference. */
  private static String scheme(String text) {
    int colon = text.indexOf(':');
    for (int i = 0; i < colon; i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean other = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return "";
      }
    }
    return colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** Without the blanks around an address, and the line breaks and tabs in it. */
  private static String trimmed(String address) {
    int start = 0;
    int end = address.length();
    while (start < end && address.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && address.charAt(end - 1) <= ' ') {
      end--;
    }
    int broken = start;
    while (broken < end && address.charAt(broken) > '\r') {
      broken++;
    }
    if (broken == end) {
      return address.substring(start, end);
    }
    StringBuilder text = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = address.charAt(i);
      if (c != '\t' && c != '\r' && c != '\n') {
        text.append(c);
      }
    }
    return text.toString();
  }
}
