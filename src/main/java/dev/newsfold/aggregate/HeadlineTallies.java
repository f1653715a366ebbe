package dev.newsfold.aggregate;

import dev.newsfold.captures.Digests;
import dev.newsfold.dedupe.HeadlineKey;
import dev.newsfold.dedupe.Instants;
import dev.newsfold.dedupe.SortedSets;
import dev.newsfold.records.Headline;
import dev.newsfold.records.HeadlineSighting;
import dev.newsfold.records.HeadlineTally;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Folds the sightings of one headline; merging is associative and commutative. */
public final class HeadlineTallies {
  /** The most links a headline is looked up by. */
  static final int MAX_HREFS = 20;

  /** The most different pages that are counted; a headline on more counts as this many. */
  static final int MAX_PAGES = 10_000;

  /** The most different sites that are counted. */
  static final int MAX_SITES = 1_000;

  /** The most spellings that are kept; rarely more than three exist. */
  static final int MAX_SPELLINGS = 100;

  private HeadlineTallies() {}

  /** The tally of one sighting. */
  public static HeadlineTally of(HeadlineSighting sighting) {
    return of(List.of(sighting));
  }

  /**
   * The tally of these; the same as their tallies merged.
   *
   * @param sightings one at least, all of one headline key
   */
  public static HeadlineTally of(List<HeadlineSighting> sightings) {
    Map<String, Long> spellings = new HashMap<>();
    NavigableSet<String> hrefs = new TreeSet<>();
    NavigableSet<Long> pages = new TreeSet<>();
    NavigableSet<String> sites = new TreeSet<>();
    Instant firstSeen = null;
    Instant lastSeen = null;
    for (HeadlineSighting sighting : sightings) {
      spellings.merge(sighting.getHeadline(), 1L, Long::sum);
      String href = sighting.getHref();
      if (href != null) {
        hrefs.add(href);
      }
      pages.add(hash(sighting.getPageUrl()));
      if (!sighting.getSite().isEmpty()) {
        sites.add(sighting.getSite());
      }
      firstSeen = Instants.earlier(firstSeen, sighting.getCapturedAt());
      lastSeen = Instants.later(lastSeen, sighting.getCapturedAt());
    }
    return HeadlineTally.newBuilder()
        .setHeadlineKey(keyOf(sightings.get(0)))
        .setSpellings(bounded(spellings))
        .setHrefs(smallest(hrefs, MAX_HREFS))
        .setPages(smallest(pages, MAX_PAGES))
        .setSites(smallest(sites, MAX_SITES))
        .setFirstSeen(firstSeen)
        .setLastSeen(lastSeen)
        .build();
  }

  /** What sightings of one headline have in common. */
  static String keyOf(HeadlineSighting sighting) {
    String key = sighting.getHeadlineKey();
    return key.isEmpty() ? HeadlineKey.of(sighting.getHeadline()) : key;
  }

  private static <T> List<T> smallest(NavigableSet<T> all, int limit) {
    return all.stream().limit(limit).toList();
  }

  /** The tally of the sightings of two. */
  public static HeadlineTally merge(HeadlineTally a, HeadlineTally b) {
    return HeadlineTally.newBuilder()
        .setHeadlineKey(first(a.getHeadlineKey(), b.getHeadlineKey()))
        .setSpellings(add(a.getSpellings(), b.getSpellings()))
        .setHrefs(SortedSets.smallest(a.getHrefs(), b.getHrefs(), MAX_HREFS))
        .setPages(SortedSets.smallest(a.getPages(), b.getPages(), MAX_PAGES))
        .setSites(SortedSets.smallest(a.getSites(), b.getSites(), MAX_SITES))
        .setFirstSeen(Instants.earlier(a.getFirstSeen(), b.getFirstSeen()))
        .setLastSeen(Instants.later(a.getLastSeen(), b.getLastSeen()))
        .build();
  }

  /**
   * The headline that {@code tally} folds to.
   *
   * @param articleId the captured article that carries it, if there is one
   */
  public static Headline headline(HeadlineTally tally, @Nullable String articleId) {
    return Headline.newBuilder()
        .setHeadlineKey(tally.getHeadlineKey())
        .setHeadline(mostOften(tally.getSpellings()))
        .setFirstSeen(tally.getFirstSeen())
        .setLastSeen(tally.getLastSeen())
        .setPages(tally.getPages().size())
        .setSites(tally.getSites().size())
        .setArticleId(articleId)
        .build();
  }

  /** Both keys are the same where a tally is of one headline. */
  private static String first(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static String mostOften(Map<String, Long> spellings) {
    return spellings.entrySet().stream()
        .min(
            Comparator.comparing(Map.Entry<String, Long>::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }

  private static Map<String, Long> add(Map<String, Long> a, Map<String, Long> b) {
    Map<String, Long> sum = new HashMap<>(a);
    b.forEach((spelling, count) -> sum.merge(spelling, count, Long::sum));
    return bounded(sum);
  }

  /** Over the bound the last spellings in the order of strings go, in any merge order. */
  private static Map<String, Long> bounded(Map<String, Long> spellings) {
    if (spellings.size() <= MAX_SPELLINGS) {
      return spellings;
    }
    TreeMap<String, Long> bounded = new TreeMap<>(spellings);
    while (bounded.size() > MAX_SPELLINGS) {
      bounded.pollLastEntry();
    }
    return bounded;
  }

  private static long hash(String address) {
    return Long.parseUnsignedLong(Digests.id(address).substring(0, 16), 16);
  }
}
