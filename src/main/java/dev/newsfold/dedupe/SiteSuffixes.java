package dev.newsfold.dedupe;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Site and channel names at the end of headlines, learnt from how many different headlines of a
 * site end in them.
 */
public final class SiteSuffixes {
  /** Nothing learnt. */
  public static final SiteSuffixes NONE = new SiteSuffixes(Map.of(), name -> {});

  private final Map<String, Set<String>> sitesByName;
  private final Consumer<String> asked;

  private SiteSuffixes(Map<String, Set<String>> sitesByName, Consumer<String> asked) {
    this.sitesByName = sitesByName;
    this.asked = asked;
  }

  /** The same, telling of each name it is asked about. */
  SiteSuffixes heardBy(Consumer<String> listener) {
    return new SiteSuffixes(sitesByName, listener);
  }

  /** From what the observations were about. */
  static SiteSuffixes of(Collection<String> names) {
    Map<String, Set<String>> sites = new HashMap<>();
    for (String name : names) {
      int tab = name.indexOf('\t');
      sites
          .computeIfAbsent(name.substring(tab + 1), k -> new TreeSet<>())
          .add(name.substring(0, tab));
    }
    return new SiteSuffixes(sites, name -> {});
  }

  /** Whether letters are a name of the site. */
  boolean knows(String site, String letters) {
    return sitesNamed(letters).contains(site);
  }

  /** The sites that go by a name. */
  Set<String> sitesNamed(String letters) {
    asked.accept(letters);
    return sitesByName.getOrDefault(letters, Set.of());
  }

  /** A segment that stood behind another in a headline of the site; sites hold no tab. */
  static String name(String site, String letters) {
    return site + '\t' + letters;
  }
}
