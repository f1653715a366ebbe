package dev.newsfold.parse.site;

import dev.newsfold.captures.Addresses;
import dev.newsfold.captures.Digests;
import dev.newsfold.parse.draft.Chain;
import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.draft.FieldRules;
import dev.newsfold.records.Page;
import dev.newsfold.records.UrlEvidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides which address identifies the article.
 *
 * <p>A page may name its own address: canonical link, {@code og:url}, JSON-LD. It is believed where
 * it names a page of the same site that is not the site's home page; templates often name the home
 * page, or one section page, on every article. A file from a folder has no address to compare with:
 * there the page is believed if it names an article's address at all.
 */
public final class CanonicalAddress implements FieldRules {
  private static final int MAX_LENGTH = 4_000;

  @Override
  public void fill(Draft draft) {
    Page page = draft.page().page();
    String url = page.getUrl();
    String captured = url == null ? "digest:" + page.getPayloadDigest() : url;
    draft.article().setUrl(captured);
    String address =
        Chain.of("canonicalUrl", String.class)
            .rule("link:canonical", d -> resolve(captured, d.page().meta().first("link:canonical")))
            .rule("meta:og:url", d -> resolve(captured, d.page().meta().first("og:url")))
            .rules("json-ld:url", d -> claimed(d, captured))
            .rule("capture:url", d -> Addresses.normalize(captured))
            .rule("capture:url as it came", d -> captured)
            .refuse((d, a) -> refusal(a, captured, page.getUrlEvidence()))
            .pick(draft);
    String canonical = address == null ? captured : address;
    draft.article().setCanonicalUrl(canonical);
    draft.article().setSite(Addresses.site(canonical));
    draft.article().setId(Digests.id(canonical));
  }

  private static List<String> claimed(Draft draft, String base) {
    return draft.data().all("url").stream()
        .map(finding -> resolve(base, finding.value()))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static @Nullable String resolve(String base, @Nullable String href) {
    if (href == null || href.isBlank() || href.length() > MAX_LENGTH) {
      return null;
    }
    return base.startsWith("http") ? Addresses.resolve(base, href) : Addresses.normalize(href);
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

  private static String owner(String site) {
    String[] labels = site.split("\\.");
    for (int i = labels.length - 2; i >= 0; i--) {
      if (labels[i].length() > 3 || i == 0) {
        return labels[i];
      }
    }
    return site;
  }
}
