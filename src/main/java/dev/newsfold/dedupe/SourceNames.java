package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The articles of a story by what others may call them when they name them as their source: their
 * site's address, a word of it ({@code reuters} of {@code www.reuters.com}), a name that stands
 * behind their own headline, and any name that the site is known by elsewhere. Articles are told by
 * their position; of each name the first {@value #KEPT} that are added are kept.
 */
final class SourceNames {
  /** Most articles of a name, and most sites: a name that more sites go by names none of them. */
  static final int KEPT = 4;

  /** What stands in many addresses, and names no site. */
  private static final Set<String> COMMON =
      Set.of(
          "www", "m", "wap", "mobile", "amp", "news", "com", "net", "org", "gov", "edu", "co",
          "ac");

  private static final int LONGEST = 100;

  private final Function<String, Set<String>> sitesNamed;
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<String, List<Integer>> bySite = new HashMap<>();

  /**
   * No articles yet.
   *
   * @param sitesNamed the sites that are known to go by a source's name; empty for unknown ones
   */
  SourceNames(Function<String, Set<String>> sitesNamed) {
    this.sitesNamed = sitesNamed;
  }

  /** Adds an article under each of its names. */
  void add(int position, String site, String headline) {
    if (site.isEmpty()) {
      return;
    }
    put(bySite, site, position);
    Set<String> names = addresses(site);
    HeadlineParts parts = HeadlineParts.of(headline, SiteSuffixes.NONE, site);
    parts.names().forEach(name -> names.add(compact(name)));
    parts.segments().stream().skip(1).forEach(name -> names.add(compact(name)));
    names.forEach(name -> put(byName, name, position));
  }

  /** The first {@value #KEPT} articles that a source is a name of, by position. */
  List<Integer> named(String source) {
    if (source.isBlank() || source.length() > LONGEST) {
      return List.of();
    }
    Set<Integer> named = new TreeSet<>();
    named.addAll(byName.getOrDefault(host(source), List.of()));
    named.addAll(byName.getOrDefault(compact(source), List.of()));
    Set<String> sites = sitesNamed.apply(source);
    if (sites.size() <= KEPT) {
      sites.forEach(site -> named.addAll(bySite.getOrDefault(site, List.of())));
    }
    return named.stream().limit(KEPT).toList();
  }

  /** Whether a source is a name of a site: whoever names itself names no other. */
  boolean isNameOf(String site, String source) {
    if (site.isEmpty() || source.length() > LONGEST) {
      return false;
    }
    Set<String> names = addresses(site);
    return names.contains(host(source))
        || names.contains(compact(source))
        || sitesNamed.apply(source).contains(site);
  }

  /** A name without spaces and signs: {@code The Guardian} is {@code theguardian} in addresses. */
  static String compact(String name) {
    return FoldedText.letters(FoldedText.plain(name)).replace(" ", "");
  }

  /** A site's address, those of the sites above it, and the words in it that may be its name. */
  private static Set<String> addresses(String site) {
    Set<String> names = new LinkedHashSet<>();
    names.add(site);
    String[] words = site.split("\\.", -1);
    String above = words[words.length - 1];
    for (int i = words.length - 2; i >= 0; i--) {
      above = words[i] + '.' + above;
      if (words[i].length() > 1 && !COMMON.contains(words[i])) {
        names.add(words[i]);
        names.add(above);
      }
    }
    return names;
  }

  /** A source that is an address, without what says how to fetch it. */
  private static String host(String source) {
    String text = source.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    int path = text.indexOf('/');
    String host = path < 0 ? text : text.substring(0, path);
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private static void put(Map<String, List<Integer>> map, String name, int position) {
    List<Integer> kept = map.computeIfAbsent(name, none -> new ArrayList<>(1));
    if (!name.isEmpty() && kept.size() < KEPT) {
      kept.add(position);
    }
  }
}
