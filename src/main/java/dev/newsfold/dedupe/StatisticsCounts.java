package dev.newsfold.dedupe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is learnt from articles that come and go: as {@link CorpusStatistics#learn} of those that
 * are there. Values are counted, so that an observation can be taken back.
 */
final class StatisticsCounts {
  private final Map<String, Counts> sums = new HashMap<>();
  private final Set<String> remarkable = new HashSet<>();
  private final Set<String> changed = new HashSet<>();
  private CorpusStatistics statistics = CorpusStatistics.NONE;

  void add(FoldMember member) {
    for (Observation seen : Observation.of(member)) {
      count(seen, 1);
    }
  }

  /** Takes back what an article that was added has let observe. */
  void remove(FoldMember member) {
    for (Observation seen : Observation.of(member)) {
      count(seen, -1);
    }
  }

  /**
   * What has become remarkable, or is so no more, since the last call ({@link Observation#about}).
   */
  Set<String> changes() {
    Set<String> changes = new HashSet<>();
    for (String about : changed) {
      Counts counts = sums.get(about);
      boolean now =
          counts != null
              && Observation.remarkable(about, counts.first.size(), counts.second.size());
      if (now ? remarkable.add(about) : remarkable.remove(about)) {
        changes.add(about);
      }
    }
    changed.clear();
    if (!changes.isEmpty()) {
      statistics = CorpusStatistics.of(remarkable);
    }
    return changes;
  }

  /** The statistics at the last {@link #changes}. */
  CorpusStatistics statistics() {
    return statistics;
  }

  /** How many things are observed. */
  int size() {
    return sums.size();
  }

  private void count(Observation seen, int by) {
    Counts counts = sums.computeIfAbsent(seen.about(), about -> new Counts());
    count(counts.first, seen.first(), by);
    count(counts.second, seen.second(), by);
    changed.add(seen.about());
    if (counts.first.isEmpty()) {
      sums.remove(seen.about());
    }
  }

  private static void count(Map<Long, Integer> counts, List<Long> values, int by) {
    for (Long value : values) {
      counts.merge(value, by, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  /** How many articles showed each value. */
  private record Counts(Map<Long, Integer> first, Map<Long, Integer> second) {
    Counts() {
      this(new HashMap<>(2), new HashMap<>(2));
    }
  }
}
