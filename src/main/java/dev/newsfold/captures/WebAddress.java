package dev.newsfold.captures;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A URL of the web in its canonical parts.
 *
 * @param scheme in lower case
 * @param host in lower-case ASCII
 * @param port with its colon; empty for the scheme's own
 * @param path from its first slash
 * @param query with its question mark; empty if there is none
 */
record WebAddress(String scheme, String host, String port, String path, String query) {
  private static final int MAX_HOST = 253;
  private static final int MAX_PORT = 65535;

  /** What is behind a scheme's colon; null if it names no host. */
  static @Nullable WebAddress parse(String scheme, String rest) {
    String address = slashed(beforeFragment(rest));
    int start = 0;
    while (start < address.length() && address.charAt(start) == '/') {
      start++;
    }
    int end = start;
    while (end < address.length() && address.charAt(end) != '/' && address.charAt(end) != '?') {
      end++;
    }
    String authority =
        address.substring(
            address.lastIndexOf('@', end - 1) >= start
                ? address.lastIndexOf('@', end - 1) + 1
                : start,
            end);
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = host(hasPort ? authority.substring(0, colon) : authority);
    String port = hasPort ? port(scheme, authority.substring(colon + 1)) : "";
    if (host == null || port == null) {
      return null;
    }
    return of(scheme, host, port, address.substring(end));
  }

  /** What a reference without a scheme leads to, seen from this address. */
  @Nullable WebAddress resolve(String reference) {
    String link = slashed(beforeFragment(reference));
    if (link.startsWith("//")) {
      return parse(scheme, link);
    }
    if (link.isEmpty()) {
      return this;
    }
    if (link.startsWith("/")) {
      return of(scheme, host, port, link);
    }
    if (link.startsWith("?")) {
      return of(scheme, host, port, path + link);
    }
    return of(scheme, host, port, path.substring(0, path.lastIndexOf('/') + 1) + link);
  }

  @Override
  public String toString() {
    return scheme + "://" + host + port + path + query;
  }

  private static WebAddress of(String scheme, String host, String port, String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    return new WebAddress(
        scheme, host, port, withoutDots(PercentEscapes.inPath(path)), QueryParameters.kept(query));
  }

  private static String beforeFragment(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  /** Backslashes lead down a path as slashes do, but not in a query. */
  private static String slashed(String address) {
    if (address.indexOf('\\') < 0) {
      return address;
    }
    int mark = address.indexOf('?');
    int end = mark < 0 ? address.length() : mark;
    return address.substring(0, end).replace('\\', '/') + address.substring(end);
  }

  /** Resolves dot segments, and drops session ids. */
  private static String withoutDots(String path) {
    if (path.startsWith("/") && !path.contains("/.") && path.indexOf(';') < 0) {
      return path;
    }
    Deque<String> segments = new ArrayDeque<>();
    String[] all = path.split("/", -1);
    for (int i = 1; i < all.length; i++) {
      String segment = QueryParameters.withoutSession(all[i]);
      boolean last = i == all.length - 1;
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.equals(".")) {
        segments.add(segment);
        continue;
      }
      if (last) {
        segments.add("");
      }
    }
    return "/" + String.join("/", segments);
  }

  private static @Nullable String port(String scheme, String port) {
    if (port.length() > 9 || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int number = port.isEmpty() ? defaultPort(scheme) : Integer.parseInt(port);
    if (number > MAX_PORT) {
      return null;
    }
    return number == defaultPort(scheme) ? "" : ":" + number;
  }

  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http" -> 80;
      case "https" -> 443;
      default -> 21;
    };
  }

  private static @Nullable String host(String written) {
    if (written.startsWith("[")) {
      return isIpv6(written) ? written.toLowerCase(Locale.ROOT) : null;
    }
    String plain = PercentEscapes.decoded(written);
    String ascii = plain == null ? null : ascii(plain);
    if (ascii == null) {
      return null;
    }
    String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    boolean wellFormed =
        !host.isEmpty()
            && host.length() <= MAX_HOST
            && !host.startsWith(".")
            && !host.contains("..")
            && host.chars().allMatch(WebAddress::isHostCharacter);
    return wellFormed ? host : null;
  }

  private static boolean isIpv6(String host) {
    return host.length() > 3
        && host.endsWith("]")
        && host.substring(1, host.length() - 1)
            .chars()
            .allMatch(c -> c == ':' || c == '.' || c < 0x80 && Character.digit(c, 16) >= 0);
  }

  private static @Nullable String ascii(String host) {
    if (host.chars().allMatch(c -> c < 0x80)) {
      return host.toLowerCase(Locale.ROOT);
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static boolean isHostCharacter(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
  }
}
