package dev.newsfold.parse.metadata;

import dev.newsfold.captures.Addresses;
import dev.newsfold.captures.Digests;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.records.Article;
import dev.newsfold.records.Page;
import dev.newsfold.records.UrlEvidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which address identifies the article.
 *
 * <p>A page may name its own address: canonical link, {@code og:url}, JSON-LD. It is believed where
 * it names a page of the same site that is not the site's home page; templates often name the home
 * page, or one section page, on every article. A file from a folder has no address to compare with:
 * there the page is believed if it names an article's address at all.
 */
public final class CanonicalAddress {
  private static final int MAX_LENGTH = 4_000;

  /** The domains of countries have two letters. */
  private static final int COUNTRY = 2;

  private static final Set<String> SECOND_LEVEL = Lexicon.words("domains.tsv", 3, "second level");

  private static final Set<String> SUFFIXES = Lexicon.words("domains.tsv", 3, "suffix");

  private CanonicalAddress() {}

  /** The address of the capture; for bytes without one, a name made of their digest. */
  public static String captured(Page page) {
    String url = page.getUrl();
    return url == null ? "digest:" + page.getPayloadDigest() : url;
  }

  /** The address of the capture in its normal form; null if it is no web address. */
  public static @Nullable String normalized(Draft draft) {
    return Addresses.normalize(captured(draft.page().page()));
  }

  /** What a meta or link tag names, as a whole address; null if it names none. */
  public static @Nullable String meta(Draft draft, String name) {
    return resolve(captured(draft.page().page()), draft.page().meta().first(name));
  }

  /** What structured data names as the article's address. */
  public static List<String> claimed(Draft draft) {
    String base = captured(draft.page().page());
    return draft.data().all("url").stream()
        .map(finding -> resolve(base, finding.value()))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** Why an address cannot be that of the captured page; null if it can. */
  public static @Nullable String refusal(Draft draft, String address) {
    Page page = draft.page().page();
    return refusal(address, captured(page), page.getUrlEvidence());
  }

  /** Sets what the address decides: site and id. */
  public static void set(Article article, String canonical) {
    article.setCanonicalUrl(canonical);
    article.setSite(Addresses.outlet(canonical));
    article.setId(Digests.id(canonical));
  }

  private static @Nullable String resolve(String base, @Nullable String href) {
    if (href == null || href.isBlank() || href.length() > MAX_LENGTH) {
      return null;
    }
    return withoutEmptySegments(
        base.startsWith("http") ? Addresses.resolve(base, href) : Addresses.normalize(href));
  }

  /** Templates that join a site's address and a path often write two slashes between them. */
  private static @Nullable String withoutEmptySegments(@Nullable String address) {
    int host = address == null ? -1 : address.indexOf("://");
    if (address == null || host < 0 || address.indexOf("://", host + 1) > 0) {
      return address; // What an archive's address holds is an address too.
    }
    int path = address.indexOf('/', host + 3);
    int query = address.indexOf('?');
    int end = query < 0 ? address.length() : query;
    return path < 0 || path > end
        ? address
        : address.substring(0, path)
            + address.substring(path, end).replaceAll("/{2,}+", "/")
            + address.substring(end);
  }

  private static @Nullable String refusal(String address, String captured, UrlEvidence evidence) {
    if (address.equals(captured) || address.equals(Addresses.normalize(captured))) {
      return null;
    }
    if (!address.startsWith("http://") && !address.startsWith("https://")) {
      return "not a web address";
    }
    if (isHome(address) && !isHome(captured)) {
      return "the home page";
    }
    boolean known = evidence == UrlEvidence.FETCHED || evidence == UrlEvidence.MIRROR_LAYOUT;
    if (known && captured.startsWith("http") && !sameOwner(address, captured)) {
      return "another site";
    }
    return null;
  }

  /** True for an address without a path that could name one article. */
  private static boolean isHome(String address) {
    try {
      URI uri = new URI(address);
      String path = uri.getPath();
      if (path == null || uri.getRawQuery() != null) {
        return false;
      }
      String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      int slashes = (int) path.chars().filter(c -> c == '/').count();
      return slashes <= 1
          && (name.isEmpty() || name.startsWith("index.") || name.startsWith("default."));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** True if the sites share the name that stands before the public suffix. */
  private static boolean sameOwner(String a, String b) {
    String one = owner(Addresses.site(a));
    return !one.isEmpty() && one.equals(owner(Addresses.site(b)));
  }

  /** The label before the public suffix; the whole of a host that is a number. */
  private static String owner(String site) {
    String[] labels = site.split("\\.");
    int last = labels.length - 1;
    if (last < 2 || Character.isDigit(site.charAt(site.length() - 1))) {
      return last == 1 ? labels[0] : site;
    }
    String beforeLast = labels[last - 1];
    boolean suffix =
        labels[last].length() == COUNTRY && SECOND_LEVEL.contains(beforeLast)
            || SUFFIXES.contains(beforeLast + '.' + labels[last]);
    return labels[suffix ? last - 2 : last - 1];
  }
}
