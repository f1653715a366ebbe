package dev.newsfold.captures;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** URLs as plain text: made canonical, made absolute, and reduced to their site. Never throws. */
public final class Addresses {
  private Addresses() {}

  /** The canonical form of an http, https or file URL; null if the text is no such address. */
  public static @Nullable String normalize(String address) {
    try {
      URI uri = new URI(address.strip()).normalize();
      String scheme = uri.getScheme();
      return scheme == null || uri.getHost() == null && !scheme.equals("file")
          ? null
          : uri.toString();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The host without {@code www.}, in lower case; empty for an address without a host. */
  public static String site(String address) {
    try {
      String host = new URI(address).getHost();
      String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
      return lower.startsWith("www.") ? lower.substring(4) : lower;
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** What a link on a page leads to, in canonical form; null if that is no address. */
  public static @Nullable String resolve(String base, String href) {
    try {
      return normalize(new URI(base).resolve(href.strip()).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
