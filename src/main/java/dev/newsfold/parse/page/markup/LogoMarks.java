package dev.newsfold.parse.page.markup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells the picture of a site's name from all others: it stands in a link to the home page, or it
 * or its link is named for a logo. What replaces it for those who do not see it is the name.
 */
public final class LogoMarks {
  private static final Pattern HOME =
      Pattern.compile("(?:(?:https?:)?//[^/]++)?/?(?:(?:index|default)\\.\\w{3,5})?");

  private static final Pattern LOGO = Pattern.compile("logo", Pattern.CASE_INSENSITIVE);

  private static final Pattern HREF =
      Pattern.compile(
          "\\bhref\\s*+=\\s*+(?:\"([^\"]*+)|'([^']*+)|([^\\s>\"']++))", Pattern.CASE_INSENSITIVE);

  /** The attributes in which a logo is named so. */
  private static final List<String> NAMED = List.of("class", "id", "src", "alt", "href");

  /** No home page has a longer address. */
  private static final int LONGEST = 80;

  /** A link has no more elements around its picture. */
  private static final int MAX_DEPTH = 4;

  private LogoMarks() {}

  /** True for the address of a home page, of this site or another; empty is one's own. */
  public static boolean isHome(String address) {
    return address.length() <= LONGEST && HOME.matcher(address).matches();
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
    return NAMED.stream().anyMatch(name -> LOGO.matcher(element.attr(name)).find());
  }

  /** True for a tag that may be that of a logo. */
  static boolean areIn(String tag) {
    return LOGO.matcher(tag).find();
  }

  /** True for a link's tag if a picture in the link may be a logo. */
  static boolean opensLink(String tag) {
    Matcher href = HREF.matcher(tag);
    return areIn(tag)
        || href.find()
            && (href.group(1) != null
                ? isHome(href.group(1))
                : isHome(href.group(2) != null ? href.group(2) : href.group(3)));
  }
}
