package dev.newsfold.captures.warc;

import dev.newsfold.captures.Addresses;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record says that it was fetched from.
 *
 * @param uri as it is stated; empty if it is not
 */
record TargetUri(String uri) {
  /** An address longer than this is none. */
  private static final int MAX_ADDRESS = 16 << 10;

  private static final Set<String> OTHER_PROTOCOLS = Set.of("dns", "whois", "ftp", "metadata");

  /** The address of a page; null if it is missing, or none that a page has. */
  @Nullable String address() {
    if (uri.isEmpty() || uri.length() > MAX_ADDRESS) {
      return null;
    }
    String normal = Addresses.normalize(uri);
    boolean web = normal != null && (normal.startsWith("http") || normal.startsWith("ftp:"));
    boolean clean = uri.chars().noneMatch(c -> Character.isISOControl(c) || c == ' ');
    return web ? clean ? uri : normal : null;
  }

  /** Whether it was fetched otherwise than by HTTP. */
  boolean isOtherProtocol() {
    return OTHER_PROTOCOLS.contains(scheme());
  }

  /**
   * Whether what was fetched may be a page, which were published by FTP as well.
   *
   * @param startsHtml whether it starts as one
   */
  boolean mayBePage(boolean startsHtml) {
    return !isOtherProtocol() || startsHtml && scheme().equals("ftp");
  }

  private String scheme() {
    int colon = uri.indexOf(':');
    return colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
  }
}
