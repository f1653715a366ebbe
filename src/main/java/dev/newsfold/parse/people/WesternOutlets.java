package dev.newsfold.parse.people;

import dev.newsfold.parse.draft.Draft;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Lexicon;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells outlets, agencies, offices and logins among those whom pages name as their authors. */
final class WesternOutlets {
  /** Where names of sites end. */
  private static final String DOMAINS = "de|com|net|org|at|ch|fr|es|it|info|tv";

  private static final Pattern OUTLET =
      Pattern.compile(
          "(?i).*(?:(?<=[\\p{L}\\d-]{2})\\.(?:" // J.de Vries is a person
              + DOMAINS
              + "|co\\.uk)\\b|\\be\\.? ?v\\.?$|"
              + word("outlet part")
              + "|\\b"
              + word("outlet word")
              + "\\b|"
              + word("outlet last")
              + "$|\\b"
              + word("outlet last word")
              + "\\.?$|[가-힣]"
              + word("korean outlet last")
              + "$).*");

  /** Agencies stand among authors, and give way to people where they stand alone. */
  private static final Pattern AGENCY = Pattern.compile("(?i)" + word("agency"));

  /** Companies and associations, by how the law calls them. */
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?i).*(?:\\b"
              + form("form")
              + "\\.?|\\be\\.? ?v\\.?|\\b(?-i:"
              + form("form in capitals")
              + "\\.?)|"
              + form("eastern form")
              + ")$");

  /** The name of a site and nothing else: gazette.example. */
  private static final Pattern DOMAIN =
      Pattern.compile("(?i)(?:[\\p{L}\\d-]+\\.){1,3}(?:" + DOMAINS + "|uk|eu|ru|pl)");

  /** What somebody is called by his machine: jdoe, web_editor2, jane.doe. */
  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9]+(?:[._-][a-z0-9]+)*+");

  /** A shorter word is too common for the name of a host to tell. */
  private static final int LONG_HOST = 5;

  private WesternOutlets() {}

  private static String word(String kind) {
    return Lexicon.anyOf("no-names.tsv", 3, kind);
  }

  private static String form(String kind) {
    return Lexicon.anyOf("publishers.tsv", 3, kind);
  }

  /** True for a name that says by itself that it is an outlet's. */
  static boolean isOutlet(String name) {
    return OUTLET.matcher(name).matches() || isAgency(name);
  }

  /** True for a company or an association, which the law lets be no author. */
  static boolean isCompany(String name) {
    return COMPANY.matcher(name.strip()).matches();
  }

  /** True for what templates put in every page's meta tag for its author: the site, its owner. */
  static boolean ownsSite(String name) {
    return isCompany(name) || DOMAIN.matcher(name.strip()).matches();
  }

  static boolean isAgency(String name) {
    return AGENCY.matcher(name).matches();
  }

  /** True for an outlet, a login, and the site itself; a person may have a site of his own name. */
  static boolean contains(String name, Draft draft) {
    if (OUTLET.matcher(name).matches() || LOGIN.matcher(name).matches() && !isAgency(name)) {
      return true;
    }
    String key = Keys.of(name);
    for (String site : draft.data().siteNames()) {
      if (Keys.of(site).equals(key)) {
        return !isOwner(name, draft);
      }
    }
    for (String site : draft.data().siteNames()) {
      if (site.indexOf(' ') > 0 && name.startsWith(site.strip() + ' ')) {
        return true; // Lake Gazette with Reuters, Lake Gazette Studio North
      }
    }
    String site = draft.article().getSite();
    int dot = site == null ? -1 : site.lastIndexOf('.');
    if (dot > 0 && beginsWithHost(name, site.substring(0, dot))) {
      return !isOwner(name, draft);
    }
    return dot > 0
        && key.length() > 3
        && Keys.of(site.substring(0, dot)).endsWith(key)
        && !isOwner(name, draft);
  }

  /** Lake-Wave Studio North at lake-wave.example. */
  private static boolean beginsWithHost(String name, String host) {
    int blank = name.indexOf(' ');
    String first = blank < LONG_HOST ? "" : Keys.of(name.substring(0, blank));
    return !first.isEmpty()
        && Stream.of(host.split("\\.", 6)).anyMatch(label -> Keys.of(label).equals(first));
  }

  /** True for a full name that the page's data hold to be a person's. */
  private static boolean isOwner(String name, Draft draft) {
    return WesternNames.isFullName(name)
        && draft.data().agents("author").stream()
            .anyMatch(agent -> !agent.organization() && agent.name().strip().equals(name));
  }
}
