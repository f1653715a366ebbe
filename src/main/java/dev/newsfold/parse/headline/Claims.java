package dev.newsfold.parse.headline;

import dev.newsfold.parse.page.PageView;
import dev.newsfold.parse.structured.StructuredData;
import dev.newsfold.parse.text.Keys;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;

/** What a page claims as its headline in places that readers do not see, as keys. */
final class Claims {
  static final List<String> TITLE_METAS =
      List.of(
          "og:title",
          "twitter:title",
          "articletitle",
          "parsely-title",
          "sailthru.title",
          "dc.title",
          "dcterms.title",
          "headline",
          "hdl",
          "title");

  /** A line that says less of a title than this is not its headline. */
  static final double MIN_SHARE = 0.3;

  private static final int MAX_LENGTH = 600;

  /** A title that a heading begins with, and goes on, says at least this share of it. */
  private static final double CUT_SHORT = 0.5;

  private static final int MIN_CUT_SHORT = 12;

  /** Who makes a claim. */
  private enum Source {
    DATA,
    META,
    TITLE
  }

  private final Titles titles;
  private final Set<String> keys = new LinkedHashSet<>();
  private final Set<String> headlines = new HashSet<>();
  private final Map<String, Set<Source>> sources = new HashMap<>();

  /** How claims with small letters are written. */
  private final Map<String, String> wordings = new HashMap<>();

  Claims(PageView page, StructuredData data, Titles titles) {
    this.titles = titles;
    for (StructuredData.Finding finding : data.all("headline")) {
      claim(Source.DATA, finding.value());
      if (finding.rule().startsWith("json-ld")) {
        headlines.add(Keys.of(unescaped(finding.value())));
      }
    }
    for (String meta : TITLE_METAS) {
      page.meta().all(meta).forEach(title -> claim(Source.META, title));
    }
    claim(Source.TITLE, page.title());
  }

  /** All claims, each with and without the site's name. */
  Set<String> keys() {
    return keys;
  }

  /** The claims of JSON-LD alone. */
  Set<String> headlines() {
    return headlines;
  }

  /** True for a claim of two kinds of places. */
  boolean isConfirmed(String key) {
    Set<Source> by = sources.get(key);
    return by != null && by.size() > 1;
  }

  /** Some templates escape what they have escaped before. */
  static String unescaped(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  /** A heading that a page sets all in capitals, as the page writes it elsewhere. */
  String inMixedCase(String heading) {
    return isInCapitals(heading) ? wordings.getOrDefault(Keys.of(heading), heading) : heading;
  }

  private static boolean isInCapitals(String text) {
    return text.chars().filter(Character::isUpperCase).count() > 1
        && text.chars().noneMatch(Character::isLowerCase);
  }

  private void claim(Source source, String stated) {
    String title = unescaped(stated);
    if (!title.isBlank() && title.length() <= MAX_LENGTH && !titles.namesSite(title)) {
      add(source, title);
      String stripped = titles.strip(title);
      if (stripped.length() < title.length() && !titles.namesSite(stripped)) {
        add(source, stripped);
      }
    }
  }

  private void add(Source source, String text) {
    String key = Keys.of(text);
    keys.add(key);
    if (!isInCapitals(text)) {
      wordings.putIfAbsent(key, text);
    }
    sources.computeIfAbsent(key, k -> EnumSet.noneOf(Source.class)).add(source);
  }

  /** The length of the longest text that a line and any claim have in common. */
  int shared(String key) {
    int longest = 0;
    for (String claim : keys) {
      int[] ending = new int[key.length() + 1];
      for (int i = 0; i < claim.length(); i++) {
        for (int j = key.length(); j > 0; j--) {
          ending[j] = claim.charAt(i) == key.charAt(j - 1) ? ending[j - 1] + 1 : 0;
          longest = Math.max(longest, ending[j]);
        }
      }
    }
    return longest;
  }

  /** A title may leave out the end of a long headline. */
  static boolean isCutShort(String key, String claim) {
    return claim.length() >= MIN_CUT_SHORT
        && claim.length() < key.length()
        && claim.length() >= key.length() * CUT_SHORT
        && key.startsWith(claim);
  }

  /** Share of a title that a line says: 0 if it says something else. */
  static double agreement(String key, String claim) {
    if (key.equals(claim)) {
      return 1;
    }
    double share = (double) key.length() / claim.length();
    if (claim.length() > key.length() && share >= MIN_SHARE && claim.contains(key)) {
      return claim.startsWith(key) ? Math.min(0.95, share + 0.25) : share;
    }
    return 0;
  }
}
