package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Site and channel names at the end of headlines, learnt from how often they end a site's own
 * headlines. Counts add up, so that they may be taken in parts and in any order.
 */
public final class SiteSuffixes {
  /** Nothing learnt. */
  public static final SiteSuffixes NONE = new SiteSuffixes(Set.of());

  /** A last segment after which this many different headlines end is a name. */
  public static final int RECURRENCES = 3;

  private final Set<String> names;

  private SiteSuffixes(Set<String> names) {
    this.names = names;
  }

  /** From the sightings ({@link #sightings}) that recurred often enough. */
  public static SiteSuffixes of(Collection<String> recurring) {
    return new SiteSuffixes(new HashSet<>(recurring));
  }

  /** From all members at once. */
  static SiteSuffixes learn(Collection<FoldMember> members) {
    Map<String, Set<String>> heads = new HashMap<>();
    for (FoldMember member : members) {
      for (Sighting s : sightings(member.site(), member.headline())) {
        heads.computeIfAbsent(s.name(), k -> new HashSet<>()).add(s.head());
      }
    }
    Set<String> names = new TreeSet<>();
    heads.forEach(
        (name, of) -> {
          if (of.size() >= RECURRENCES) {
            names.add(name);
          }
        });
    return of(names);
  }

  /** What one headline says about its site's names. */
  public static List<Sighting> sightings(String site, String headline) {
    List<String> segments = HeadlineParts.of(headline, NONE, site).segments();
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 1; i < segments.size(); i++) {
      sightings.add(
          new Sighting(
              name(site, FoldedText.letters(segments.get(i))),
              FoldedText.letters(segments.get(0))));
    }
    return sightings;
  }

  boolean knows(String site, String letters) {
    return !names.isEmpty() && names.contains(name(site, letters));
  }

  private static String name(String site, String letters) {
    return site + '\t' + letters;
  }

  /** A segment that followed another: site and segment, and the headline's first segment. */
  public record Sighting(String name, String head) {}
}
