package dev.newsfold.parse.page.markup;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells the picture of a site's name from all others: it stands in a link to the home page, or it
 * or its link is named for a logo. What replaces it for those who do not see it is the name.
 */
public final class LogoMarks {
  private static final Pattern HOME_FILE = Pattern.compile("(?:index|default)\\.\\w{3,5}");

  private static final String LOGO = "logo";

  /** The attributes in which a logo is named so. */
  private static final List<String> NAMED = List.of("class", "id", "src", "alt", "href");

  /** No home page has a longer address. */
  private static final int LONGEST = 80;

  /** A link may hold any number of pictures: no more of its attributes is read for each. */
  private static final int LONGEST_VALUE = 2_000;

  /** A link has no more elements around its picture. */
  private static final int MAX_DEPTH = 4;

  private LogoMarks() {}

  /** True for the address of a home page, of this site or another; empty is one's own. */
  public static boolean isHome(String address) {
    if (address.length() > LONGEST) {
      return false;
    }
    int scheme = address.startsWith("https:") ? 6 : address.startsWith("http:") ? 5 : 0;
    int path = 0;
    if (address.startsWith("//", scheme)) {
      int slash = address.indexOf('/', scheme + 2);
      path = slash < 0 ? address.length() : slash;
      if (path == scheme + 2) {
        return false;
      }
    }
    String file = address.substring(address.startsWith("/", path) ? path + 1 : path);
    return file.isEmpty()
        || (file.startsWith("index.") || file.startsWith("default."))
            && HOME_FILE.matcher(file).matches();
  }

  /** True for a picture of a logo, by its own element and that of the link around it. */
  public static boolean areOn(Element picture, @Nullable Element link) {
    return isNamed(picture)
        || link != null && (isNamed(link) || link.hasAttr("href") && isHome(link.attr("href")));
  }

  /** The link around a picture; null if there is none. */
  public static @Nullable Element linkAround(Element picture) {
    Element around = picture.parent();
    for (int i = 0; i < MAX_DEPTH && around != null; i++) {
      if (around.normalName().equals("a")) {
        return around;
      }
      around = around.parent();
    }
    return null;
  }

  private static boolean isNamed(Element element) {
    return NAMED.stream()
        .map(element::attr)
        .anyMatch(value -> areIn(value, 0, Math.min(value.length(), LONGEST_VALUE)));
  }

  /** True for a tag, from its bracket to behind its other one, that may be that of a logo. */
  static boolean areIn(String page, int tag, int end) {
    // Horspool's search: the char where the word would end tells how far off it is at least.
    int at = tag + LOGO.length() - 1;
    while (at < end) {
      int letter = page.charAt(at) | 0x20;
      if (letter == 'o') {
        if (page.regionMatches(true, at - LOGO.length() + 1, LOGO, 0, LOGO.length())) {
          return true;
        }
        at += 2;
      } else {
        at += letter == 'g' ? 1 : letter == 'l' ? 3 : 4;
      }
    }
    return false;
  }

  /** True for a link's tag if a picture in the link may be a logo. */
  static boolean opensLink(String page, int tag, int end) {
    if (areIn(page, tag, end)) {
      return true;
    }
    for (int at = tag + 1; at < end; at++) {
      if ((page.charAt(at) | 0x20) == 'h'
          && !isWord(page.charAt(at - 1))
          && page.regionMatches(true, at, "href", 0, "href".length())) {
        String address = value(page, at + "href".length(), end);
        if (address != null) {
          return isHome(address);
        }
      }
    }
    return false;
  }

  /** The value of an attribute whose name ends here; null if it has none. */
  private static @Nullable String value(String page, int from, int end) {
    int equals = skipSpace(page, from, end);
    if (equals == end || page.charAt(equals) != '=') {
      return null;
    }
    int start = skipSpace(page, equals + 1, end);
    char quote = start < end ? page.charAt(start) : '>';
    if (quote == '"' || quote == '\'') {
      int close = page.indexOf(quote, start + 1);
      return page.substring(start + 1, close < 0 ? end : Math.min(close, end));
    }
    int to = start;
    while (to < end && !isSpace(page.charAt(to)) && "\"'>".indexOf(page.charAt(to)) < 0) {
      to++;
    }
    return to == start ? null : page.substring(start, to);
  }

  private static boolean isWord(char c) {
    return c == '_' || c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static int skipSpace(String page, int from, int end) {
    int at = from;
    while (at < end && isSpace(page.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
