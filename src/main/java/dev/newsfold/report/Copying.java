package dev.newsfold.report;

import dev.newsfold.records.Copy;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who took from whom, how often and how fast: counted over {@code copies/} and {@code stories/}.
 */
final class Copying {
  /** Pairs of sites that are told apart. */
  private static final int PAIRS = 100_000;

  /**
   * A pair of which one took from the other.
   *
   * @param from the site, or the source, that was taken from
   * @param to the site that took
   */
  record Pair(String from, String to) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int order = from.compareTo(other.from);
      return order == 0 ? to.compareTo(other.to) : order;
    }
  }

  /** What one pair has come to. */
  record Flow(Pair pair, long copies, @Nullable Long medianLag, long lags) {}

  /** The same flows, most copies first in each list. */
  private record Flows(
      List<Flow> all, Map<String, List<Flow>> byTaker, Map<String, List<Flow>> byGiver) {}

  private static final class Counted {
    private long copies;
    private final Lags lags = new Lags();
  }

  private final Map<Pair, Counted> pairs = new HashMap<>();
  private final Tally<Pair> bySource = new Tally<>(PAIRS);
  private final Map<String, Profile> sites = new HashMap<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private final LagBars lags = new LagBars();
  private long copies;
  private long others;
  private @Nullable Flows flows;

  void add(Copy copy) {
    if (copy.getWithdrawn()) {
      return;
    }
    copies++;
    Long lag = copy.getLagSeconds();
    lags.add(lag);
    reasons.merge(copy.getWhy().name(), 1L, Long::sum);
    if (copy.getSource() != null) {
      bySource.add(new Pair(copy.getSource(), copy.getSite()));
    }
    profile(copy.getSite()).took(lag);
    profile(copy.getOriginalSite()).gave();
    Pair pair = new Pair(copy.getOriginalSite(), copy.getSite());
    Counted counted = pairs.get(pair);
    if (counted == null && pairs.size() < PAIRS) {
      counted = new Counted();
      pairs.put(pair, counted);
    }
    if (counted == null) {
      others++;
      return;
    }
    counted.copies++;
    counted.lags.add(lag);
  }

  /**
   * Counts who was first.
   *
   * @param dayOnly ids of articles of which no more than the day is known
   */
  void add(Story story, IdSet dayOnly) {
    List<StoryMember> members = story.getMembers();
    if (members.isEmpty()) {
      return;
    }
    for (int i = 0; i < members.size(); i++) {
      profile(members.get(i).getSite()).told(members.size() == 1, i == 0);
    }
    Map<String, Instant> times = new HashMap<>();
    for (StoryMember member : members) {
      Instant time = member.getPublishedAt();
      if (time != null && !member.getSite().isEmpty() && !dayOnly.contains(member.getArticleId())) {
        times.merge(member.getSite(), time, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    if (times.size() > 1) {
      Instant first = Collections.min(times.values());
      times.forEach((site, time) -> profile(site).raced(time.equals(first)));
    }
  }

  private Profile profile(String site) {
    Profile profile = sites.get(site);
    if (profile == null) {
      profile = new Profile();
      if (sites.size() < Limits.VALUES) {
        sites.put(site, profile);
      }
    }
    return profile;
  }

  long copies() {
    return copies;
  }

  /** Copies of pairs that are not told apart. */
  long others() {
    return others;
  }

  LagBars lags() {
    return lags;
  }

  /** Copies by what speaks for their original. */
  SortedMap<String, Long> reasons() {
    return Collections.unmodifiableSortedMap(reasons);
  }

  /** The profile of a site; an empty one if nothing was counted. */
  Profile of(String site) {
    return sites.getOrDefault(site, new Profile());
  }

  /** Pairs of sites, most copies first; to be asked for when all is counted. */
  List<Flow> flows() {
    return sorted().all();
  }

  /** Those in which a site took, or was taken from; at most so many. */
  List<Flow> flowsOf(String site, boolean took, int most) {
    List<Flow> flows =
        (took ? sorted().byTaker() : sorted().byGiver()).getOrDefault(site, List.of());
    return flows.subList(0, Math.min(most, flows.size()));
  }

  /** Pages are made by several threads. */
  private synchronized Flows sorted() {
    if (flows == null) {
      List<Flow> all = flows(pairs);
      flows =
          new Flows(
              all,
              all.stream().collect(Collectors.groupingBy(flow -> flow.pair().to())),
              all.stream().collect(Collectors.groupingBy(flow -> flow.pair().from())));
    }
    return flows;
  }

  private static List<Flow> flows(Map<Pair, Counted> pairs) {
    return pairs.entrySet().stream()
        .map(
            e ->
                new Flow(
                    e.getKey(),
                    e.getValue().copies,
                    e.getValue().lags.median(),
                    e.getValue().lags.dated()))
        .sorted(Comparator.comparingLong((Flow f) -> -f.copies()).thenComparing(Flow::pair))
        .toList();
  }

  /** Named sources and the sites whose copies name them, most copies first. */
  List<Tally.Entry<Pair>> sources(int most) {
    return bySource.largest(most);
  }

  /** The sites that take part in most copies, in either role; at most so many. */
  List<String> busiest(int most) {
    Tally<String> roles = new Tally<>(Limits.VALUES);
    pairs.forEach(
        (pair, counted) -> {
          boolean named = !pair.from().isEmpty() && !pair.to().isEmpty();
          if (named && !pair.from().equals(pair.to())) {
            roles.add(pair.from(), counted.copies);
            roles.add(pair.to(), counted.copies);
          }
        });
    return roles.largest(most).stream().map(Tally.Entry::key).toList();
  }
}
