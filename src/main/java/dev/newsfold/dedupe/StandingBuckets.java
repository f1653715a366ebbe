package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Buckets whose candidates come and go. At any time those pairs are named that {@link
 * Buckets#pairs} names of what is in them. A bucket that a round of changes touches is paired
 * twice, as it was and as it is: the difference is what has changed.
 */
final class StandingBuckets {
  private final Map<String, Placed> placed = new HashMap<>();
  private final Map<String, TreeMap<String, Candidate>> buckets = new HashMap<>();
  private final Map<Pair, Integer> naming = new HashMap<>();

  /** A candidate and the keys of its buckets. */
  record Placed(Candidate candidate, List<String> keys) {
    static Placed of(Profile profile) {
      return new Placed(Candidate.of(profile), CandidateKeys.keys(profile));
    }
  }

  /**
   * What a round of changes comes to.
   *
   * @param named pairs that no bucket named before, and those of candidates that were replaced
   * @param loose pairs that no bucket names any more
   */
  record Round(Set<Pair> named, Set<Pair> loose) {}

  /** Takes some out and puts others in; who is to be replaced must be taken out, too. */
  Round change(Collection<String> gone, Map<String, Placed> come) {
    Map<String, Change> changes = new TreeMap<>();
    for (String id : gone) {
      Placed was = placed.remove(id);
      if (was != null) {
        was.keys().forEach(key -> at(changes, key).gone.add(was.candidate()));
      }
    }
    placed.putAll(come);
    for (Placed now : come.values()) {
      now.keys().forEach(key -> at(changes, key).come.add(now.candidate()));
    }
    Set<Pair> touched = new HashSet<>();
    changes.forEach((key, change) -> apply(key, change, touched, come));
    Round round = new Round(new HashSet<>(), new HashSet<>());
    for (Pair pair : touched) {
      (naming.containsKey(pair) ? round.named : round.loose).add(pair);
    }
    return round;
  }

  private void apply(String key, Change change, Set<Pair> touched, Map<String, Placed> come) {
    TreeMap<String, Candidate> bucket = buckets.computeIfAbsent(key, k -> new TreeMap<>());
    Set<Pair> before = pairs(key, bucket);
    change.gone.forEach(candidate -> bucket.remove(candidate.id()));
    change.come.forEach(candidate -> bucket.put(candidate.id(), candidate));
    Set<Pair> after = pairs(key, bucket);
    if (bucket.isEmpty()) {
      buckets.remove(key);
    }
    for (Pair pair : before) {
      if (!after.contains(pair)) {
        touched.add(pair);
        naming.merge(pair, -1, (a, b) -> a + b == 0 ? null : a + b);
      }
    }
    for (Pair pair : after) {
      if (!before.contains(pair)) {
        touched.add(pair);
        naming.merge(pair, 1, Integer::sum);
      } else if (come.containsKey(pair.earlier()) || come.containsKey(pair.later())) {
        touched.add(pair);
      }
    }
  }

  private static Set<Pair> pairs(String key, TreeMap<String, Candidate> bucket) {
    Set<Pair> pairs = new HashSet<>();
    Buckets.pairs(key, bucket.values(), pairs::add);
    return pairs;
  }

  /** How many candidates, buckets and pairs there are. */
  int size() {
    return placed.size() + buckets.size() + naming.size();
  }

  private static Change at(Map<String, Change> changes, String key) {
    return changes.computeIfAbsent(key, k -> new Change(new ArrayList<>(1), new ArrayList<>(1)));
  }

  private record Change(List<Candidate> gone, List<Candidate> come) {}
}
