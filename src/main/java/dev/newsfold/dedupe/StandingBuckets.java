package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Buckets whose candidates come and go. At any time those pairs are named that {@link
 * Buckets#pairs} names of what is in them; a round of changes says which to compare, and where some
 * may be named no more. It takes time by what changes, not by what there is, except where a bucket
 * grows large, shrinks, or gets other hubs: then the bucket is looked through.
 */
final class StandingBuckets {
  private final Map<String, Placed> placed = new HashMap<>();
  private final Map<String, Bucket> buckets = new HashMap<>();

  /** A candidate and the keys of its buckets. */
  record Placed(Candidate candidate, List<String> keys) {
    static Placed of(Profile profile) {
      return new Placed(Candidate.of(profile), CandidateKeys.keys(profile));
    }
  }

  /**
   * What a round of changes comes to.
   *
   * @param named pairs of those that came, and others that may not have been named before
   * @param loose groups of ids in which pairs that were named before may be named no more
   */
  record Round(Set<Pair> named, List<Collection<String>> loose) {}

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
    Round round = new Round(new HashSet<>(), new ArrayList<>());
    changes.forEach(
        (key, change) -> {
          Bucket bucket = buckets.computeIfAbsent(key, k -> new Bucket());
          bucket.change(key, change, round);
          if (bucket.candidates.isEmpty()) {
            buckets.remove(key);
          }
        });
    return round;
  }

  /** Whether any bucket names the pair of two that are there. */
  boolean names(String one, String other) {
    Placed a = placed.get(one);
    Placed b = placed.get(other);
    if (a == null || b == null || !a.candidate().mayMatch(b.candidate())) {
      return false;
    }
    for (String key : a.keys()) {
      Bucket bucket = buckets.get(key);
      if (bucket != null && bucket.names(key, a.candidate(), b.candidate())) {
        return true;
      }
    }
    return false;
  }

  /** How many candidates and buckets there are. */
  int size() {
    return placed.size() + buckets.size();
  }

  private static Change at(Map<String, Change> changes, String key) {
    return changes.computeIfAbsent(key, k -> new Change(new ArrayList<>(1), new ArrayList<>(1)));
  }

  private record Change(List<Candidate> gone, List<Candidate> come) {
    boolean concerns(Pair pair) {
      return come.stream()
          .anyMatch(c -> c.id().equals(pair.earlier()) || c.id().equals(pair.later()));
    }
  }

  private static void apply(Change change, Map<String, Candidate> to) {
    change.gone.forEach(candidate -> to.remove(candidate.id()));
    change.come.forEach(candidate -> to.put(candidate.id(), candidate));
  }

  /** Names the pairs of few candidates: all, or only those of candidates that came. */
  private static void pairFew(
      Collection<Candidate> few, Change change, boolean all, Set<Pair> named) {
    Buckets.pairsOfPart(
        "",
        few,
        pair -> {
          if (all || change.concerns(pair)) {
            named.add(pair);
          }
        });
  }

  /** The candidates of one key; the parts stand while they are many. */
  private static final class Bucket {
    private final TreeMap<String, Candidate> candidates = new TreeMap<>();
    private @Nullable Map<String, Part> parts;

    void change(String key, Change change, Round round) {
      apply(change, candidates);
      Map<String, Part> were = parts;
      if (candidates.size() <= Buckets.SMALL) {
        parts = null;
        pairFew(candidates.values(), change, were != null, round.named);
        return;
      }
      Map<String, Part> now = were;
      Change dealt = change;
      if (now == null) {
        now = new HashMap<>();
        parts = now;
        dealt = new Change(List.of(), List.copyOf(candidates.values()));
        round.loose.add(candidates.keySet());
      }
      deal(key, dealt, now, round);
    }

    private static void deal(String key, Change change, Map<String, Part> parts, Round round) {
      Map<String, Change> changes = new TreeMap<>();
      for (Candidate candidate : change.gone) {
        Buckets.parts(key, candidate).forEach(part -> at(changes, part).gone.add(candidate));
      }
      for (Candidate candidate : change.come) {
        Buckets.parts(key, candidate).forEach(part -> at(changes, part).come.add(candidate));
      }
      changes.forEach(
          (name, some) -> {
            Part part = parts.computeIfAbsent(name, k -> new Part());
            part.change(name, some, round);
            if (part.candidates.isEmpty()) {
              parts.remove(name);
            }
          });
    }

    boolean names(String key, Candidate a, Candidate b) {
      if (!candidates.containsKey(a.id()) || !candidates.containsKey(b.id())) {
        return false;
      }
      Map<String, Part> dealt = parts;
      if (dealt == null) {
        return true;
      }
      for (String name : Buckets.parts(key, a)) {
        Part part = dealt.get(name);
        if (part != null && part.names(name, a, b)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A part of a large bucket; it has hubs while it is large itself. */
  private static final class Part {
    private final TreeMap<String, Candidate> candidates = new TreeMap<>();
    private List<Candidate> hubs = List.of();

    void change(String name, Change change, Round round) {
      List<Candidate> were = hubs;
      apply(change, candidates);
      if (candidates.size() <= Buckets.SMALL) {
        hubs = List.of();
        pairFew(candidates.values(), change, !were.isEmpty(), round.named);
        return;
      }
      hubs = hubsAfter(were, change);
      boolean same = ids(hubs).equals(ids(were)) && !intersects(change.come, hubs);
      if (!same) {
        round.loose.add(candidates.keySet());
      }
      for (Candidate candidate : same ? change.come : candidates.values()) {
        Buckets.pairs(name, hubs, candidate, round.named::add);
      }
    }

    private List<Candidate> hubsAfter(List<Candidate> were, Change change) {
      boolean lost = were.isEmpty() || intersects(change.gone, were);
      List<Candidate> now = lost ? List.of() : were;
      for (Candidate candidate : lost ? candidates.values() : change.come) {
        now = Buckets.hubs(now, candidate);
      }
      return now;
    }

    boolean names(String name, Candidate a, Candidate b) {
      if (!candidates.containsKey(a.id()) || !candidates.containsKey(b.id())) {
        return false;
      }
      if (hubs.isEmpty()) {
        return true;
      }
      Set<Pair> named = new HashSet<>();
      Buckets.pairs(name, hubs, a, named::add);
      Buckets.pairs(name, hubs, b, named::add);
      return named.contains(Pair.of(a, b));
    }

    private static List<String> ids(List<Candidate> candidates) {
      return candidates.stream().map(Candidate::id).toList();
    }

    private static boolean intersects(List<Candidate> some, List<Candidate> others) {
      List<String> ids = ids(others);
      return some.stream().anyMatch(candidate -> ids.contains(candidate.id()));
    }
  }
}
