package dev.newsfold.parse.section;

import dev.newsfold.captures.Addresses;
import dev.newsfold.parse.draft.Draft;

/** What the addresses of links tell of the sections that they may lead to. */
final class SectionAddresses {
  private SectionAddresses() {}

  /** A link to the site's front page is its name, and no section. */
  static boolean leadsHome(Draft draft, String href) {
    String address = Addresses.resolve(draft.article().getUrl(), href);
    return href.isEmpty()
        || address != null
            && path(address).length() <= 1
            && Addresses.site(address).equals(Addresses.site(draft.article().getUrl()));
  }

  /** Whether the article lies in the folder that a link leads to. */
  static boolean holdsArticle(Draft draft, String href) {
    String article = draft.article().getCanonicalUrl();
    String address = Addresses.resolve(draft.article().getUrl(), href);
    if (article == null || address == null) {
      return false;
    }
    String folder = path(address).replaceFirst("(?:index\\.\\w+)?$", "");
    folder = folder.endsWith("/") ? folder : folder + '/';
    return folder.length() > 2
        && folder.indexOf('@') < 0
        && Addresses.site(address).equals(Addresses.site(article))
        && path(article).startsWith(folder)
        && path(article).length() > folder.length();
  }

  /** The path of an address, without host, query and fragment. */
  private static String path(String address) {
    int host = address.indexOf("//");
    int start = host < 0 ? -1 : address.indexOf('/', host + 2);
    String path = start < 0 ? "/" : address.substring(start);
    return path.replaceFirst("[?#].*$", "");
  }
}
