package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows the site's own names, and strips them from titles: {@code Headline - Section - Site}
 * becomes {@code Headline}.
 */
public final class Titles {
  /** Between a headline and what sites append to it. Dashes count only with space around them. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*+[|｜_¦‖]++\\s*+|\\s++[-–—·•:»›«‹/\\\\]++\\s++|\\s*+(?:--++|——++|[»›«‹])\\s*+|\\s*+[<>]++\\s*+");

  /** As above, and dashes without space: only where what follows them names the site. */
  private static final Pattern TIGHT = Pattern.compile("\\s*+[-–—_|｜·]++\\s*+");

  /** Words that end the names of sites and sections, hardly ever headlines. */
  private static final Pattern SITE_LIKE =
      Pattern.compile(
          "(?:网|新闻|频道|日报|晚报|早报|在线|中心|门户|资讯|新浪|搜狐|腾讯|财经|首页|客户端|电视台|广播|杂志|社|News|Times|Post|Magazine"
              + "|Online|TV|Radio|\\.(?:com|net|org|cn|de|fr|tw|hk|co\\.uk))$",
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_TITLE = 400;

  /** A site's name says no more than this. */
  private static final int MAX_SITE = 60;

  private final Set<String> siteKeys = new HashSet<>();
  private final String pageTitle;
  private final String host;

  Titles(PageView page, StructuredData data) {
    String title = Keys.of(page.title());
    pageTitle = title.length() > 12 ? title : "";
    add(page.meta().all("og:site_name"));
    add(page.meta().all("application-name"));
    add(page.meta().all("twitter:site"));
    add(page.meta().all("apple-mobile-web-app-title"));
    add(page.meta().all("publisher"));
    add(page.meta().all("sitename"));
    add(data.siteNames());
    host = hostWords(page.url(), page.meta().first("og:url"), page.meta().first("link:canonical"));
  }

  /** Some pages give their own headline as the name of the site. */
  private void add(List<String> names) {
    for (String name : names) {
      String key = Keys.of(name);
      if (!key.isEmpty() && Text.weight(name) <= MAX_SITE && !pageTitle.startsWith(key)) {
        siteKeys.add(key);
      }
    }
  }

  /** True if the text is a name of the site, or hardly more. */
  boolean namesSite(String text) {
    String key = Keys.of(text);
    if (key.isEmpty() || siteKeys.contains(key)) {
      return true;
    }
    if (key.length() >= 3 && host.contains(key)) {
      return true;
    }
    for (String site : siteKeys) {
      if (site.length() >= 2 && key.length() <= site.length() * 2 + 4 && key.contains(site)) {
        return true;
      }
      if (key.length() >= 3 && site.contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** True for a title that names a site or a section, and no article. */
  boolean isWeak(String title) {
    return Text.weight(title) < 30
        || namesSite(title)
        || SITE_LIKE.matcher(Text.plain(title)).find();
  }

  /** True for a title that says nothing in front of the name of its site: {@code _Site News}. */
  boolean isHeadless(String title) {
    String[] parts = SEPARATOR.split(Text.squeeze(title), 2);
    return parts.length == 2
        && Keys.of(parts[0]).isEmpty()
        && (namesSite(parts[1]) || SITE_LIKE.matcher(Text.plain(parts[1])).find());
  }

  /** The title without what names the site or a section of it; never empty for a title that is. */
  String strip(String title) {
    String text = Text.squeeze(title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title);
    List<String> parts = parts(text, SEPARATOR);
    if (parts.size() > 1) {
      int from = 0;
      int to = parts.size();
      while (to - from > 1 && namesSite(parts.get(to - 1))) {
        to--;
      }
      while (to - from > 1 && namesSite(parts.get(from))) {
        from++;
      }
      text = longest(parts.subList(from, to));
    }
    List<String> tight = parts(text, TIGHT);
    int cut = text.length();
    for (int i = tight.size() - 1; i > 0; i--) {
      String last = tight.get(i);
      if (!namesSite(last)
          && !(last.length() <= 12 && SITE_LIKE.matcher(Text.plain(last)).find())) {
        break;
      }
      cut = text.lastIndexOf(last, cut);
    }
    String cutText = cut < text.length() ? trimSeparators(text.substring(0, cut)) : text;
    return cutText.isEmpty() ? text : cutText;
  }

  /** Of the parts that are left the first, unless it is too short to be a headline. */
  private static String longest(List<String> parts) {
    String first = parts.get(0);
    int weight = Text.weight(first);
    if (weight >= 18) {
      return first;
    }
    String best = first;
    for (String part : parts) {
      if (Text.weight(part) > Math.max(weight * 2, Text.weight(best))) {
        best = part;
      }
    }
    return best;
  }

  public static List<String> parts(String title, Pattern separator) {
    List<String> parts = new ArrayList<>();
    for (String part : separator.split(title)) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    return parts;
  }

  private static String trimSeparators(String text) {
    int end = text.length();
    while (end > 0 && " -–—_|｜·".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String hostWords(@Nullable String... addresses) {
    for (String address : addresses) {
      if (address != null && address.startsWith("http")) {
        try {
          String name = new URI(address).getHost();
          if (name != null) {
            return name.toLowerCase(Locale.ROOT)
                .replace("www.", "")
                .replace(".", "")
                .replace("-", "");
          }
        } catch (URISyntaxException e) {
          // The next address may tell.
        }
      }
    }
    return "";
  }
}
