package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.Line;
import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.page.Span;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import dev.newsfold.parse.text.Lexicon;
import dev.newsfold.parse.text.Phrases;
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
 * The names of the site a page is on: what it says they are, its host, the words that lead to its
 * front page, and whose its text is by the line at its foot.
 */
final class SiteNames {
  private static final List<String> METAS =
      List.of(
          "og:site_name",
          "application-name",
          "twitter:site",
          "apple-mobile-web-app-title",
          "publisher",
          "sitename");

  /** A site's name says no more than this. */
  private static final int MAX_WEIGHT = 60;

  /** A shorter text may stand in a longer name by chance. */
  private static final int MIN_KEY = 3;

  /** A name at the foot says at least two CJK characters or words. */
  private static final int MIN_FOOT_WEIGHT = 6;

  private static final int MAX_FOOT_WEIGHT = 400;

  /** A name that a host is made of has no more words. */
  private static final int MAX_WORDS = 4;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s++");

  /** The address of a front page: no path, or the name of an index. */
  private static final Pattern FRONT =
      Pattern.compile(
          "(?:https?:)?//[^/?#]++/?|/|(?:https?://[^/?#]++)?/index\\.\\w{1,5}",
          Pattern.CASE_INSENSITIVE);

  private static final Phrases COPYRIGHT =
      Phrases.inAnyCase(Lexicon.words("publishers.tsv", 3, "copyright"));

  private final Set<String> stated = new HashSet<>();

  /** What leads to a front page: a name only if it is the very same. */
  private @Nullable Set<String> links;

  private @Nullable List<String> foot;
  private final PageView page;
  private final String pageTitle;
  private final String host;

  SiteNames(PageView page, StructuredData data) {
    this.page = page;
    String title = Keys.of(page.title());
    pageTitle = title.length() > 12 ? title : "";
    METAS.forEach(meta -> state(page.meta().all(meta)));
    state(data.siteNames());
    host = hostWords(page.url(), page.meta().first("og:url"), page.meta().first("link:canonical"));
  }

  /** The words that lead to a front page, read when a title is first asked about. */
  private Set<String> links() {
    if (links == null) {
      Set<String> found = new HashSet<>();
      for (Line line : page.lines()) {
        for (Span link : line.links()) {
          if (isFront(link.href()) && Text.weight(link.text()) <= MAX_WEIGHT) {
            found.add(Keys.of(link.text()));
          }
        }
      }
      links = found;
    }
    return links;
  }

  /** The lines that say whose the text is, read when no link tells. */
  private List<String> foot() {
    if (foot == null) {
      List<String> found = new ArrayList<>();
      for (Line line : page.lines()) {
        if (line.weight() <= MAX_FOOT_WEIGHT && isFoot(line)) {
          found.add(line.key());
        }
      }
      foot = found;
    }
    return foot;
  }

  private static boolean isFront(String href) {
    // The last slash tells most addresses apart: it ends the address, or stands before the host or
    // an index.
    int slash = href.lastIndexOf('/');
    boolean may =
        slash >= 0
            && (slash == href.length() - 1
                || slash > 0 && href.charAt(slash - 1) == '/'
                || href.regionMatches(true, slash + 1, "index.", 0, 6));
    return may && FRONT.matcher(href).matches();
  }

  private static boolean isFoot(Line line) {
    return COPYRIGHT.isIn(line.plain());
  }

  /** Some pages give their own headline as the name of the site. */
  private void state(List<String> names) {
    for (String name : names) {
      String key = Keys.of(name);
      if (!key.isEmpty() && Text.weight(name) <= MAX_WEIGHT && !pageTitle.startsWith(key)) {
        stated.add(key);
      }
    }
  }

  /** True if the text is a name of the site, or hardly more. */
  boolean contains(String text) {
    String key = Keys.of(text);
    if (key.isEmpty() || stated.contains(key)) {
      return true;
    }
    if (key.length() >= MIN_KEY && host.contains(key) || isMadeOfHost(text)) {
      return true;
    }
    for (String site : stated) {
      if (site.length() >= 2 && key.length() <= site.length() * 2 + 4 && key.contains(site)) {
        return true;
      }
      if (key.length() >= MIN_KEY && site.contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** Harbour Tyres at tyres.harbour.example: each word of the name stands in the host. */
  private boolean isMadeOfHost(String text) {
    String[] words = BETWEEN_WORDS.split(text.strip(), MAX_WORDS + 1);
    if (words.length < 2 || words.length > MAX_WORDS) {
      return false;
    }
    for (String word : words) {
      if (word.length() <= MIN_KEY || !host.contains(Keys.of(word))) {
        return false;
      }
    }
    return true;
  }

  /** True if the page calls the site so by the way: good enough for a part of a title. */
  boolean mention(String text) {
    String key = Keys.of(text);
    return links().contains(key)
        || key.length() >= MIN_KEY
            && Text.weight(text) >= MIN_FOOT_WEIGHT
            && Text.weight(text) <= MAX_WEIGHT
            && foot().stream().anyMatch(line -> line.contains(key));
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
