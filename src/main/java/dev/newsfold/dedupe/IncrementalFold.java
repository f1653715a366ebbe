package dev.newsfold.dedupe;

import dev.newsfold.records.Story;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A fold of articles that come and go. After any changes, the stories that stand are those that
 * {@link Fold#fold} makes of the articles that are there; but only those that a change touches are
 * made anew.
 *
 * <ul>
 *   <li>What is learnt is counted ({@link StatisticsCounts}). Of each article it is kept what it
 *       asked of the statistics; where an answer changes, who asked is placed anew, as if it had
 *       just come.
 *   <li>Pairs are named by {@link StandingBuckets}; a pair that verified is compared once, unless
 *       one of the two is placed anew.
 *   <li>Components in which an article or an edge has changed are made into stories again.
 * </ul>
 *
 * <p>It keeps some kilobytes an article beside its sketch. Not for use by several threads.
 */
public final class IncrementalFold {
  private final Map<String, FoldMember> members = new HashMap<>();
  private final Map<String, FoldMember> come = new TreeMap<>();
  private final Set<String> gone = new TreeSet<>();

  private final StatisticsCounts statistics = new StatisticsCounts();
  private final Map<String, Set<Long>> questions = new HashMap<>();
  private final Map<Long, Set<String>> askers = new HashMap<>();
  private final StandingBuckets buckets = new StandingBuckets();
  private final Map<String, Map<String, MatchResult>> edges = new HashMap<>();
  private final Map<String, Component> components = new HashMap<>();

  /**
   * What a round of changes comes to.
   *
   * @param folded the stories that were made anew, under the ids of their canonical articles, in
   *     the order of their components' smallest ids; some may be as they were
   * @param gone canonical articles of stories that stood before and stand no more
   */
  public record Change(List<Fold.Folded> folded, Set<String> gone) {
    /** The stories without their copies. */
    public List<Story> stories() {
      return folded.stream().map(Fold.Folded::story).toList();
    }
  }

  /** Adds an article, or puts it in place of the one of that id. */
  public void put(FoldMember member) {
    come.put(member.id(), member);
    if (members.containsKey(member.id())) {
      gone.add(member.id());
    }
  }

  /** Takes an article out. */
  public void remove(String id) {
    come.remove(id);
    if (members.containsKey(id)) {
      gone.add(id);
    }
  }

  /** How many rows of any kind are kept; none if there is no article. */
  int rows() {
    return members.size()
        + statistics.size()
        + questions.size()
        + askers.size()
        + buckets.size()
        + edges.size()
        + components.size();
  }

  /** Folds what has come and gone since the last time. */
  public Change update() {
    for (String id : gone) {
      FoldMember member = members.remove(id);
      if (member != null) {
        statistics.remove(member);
      }
    }
    come.values().forEach(statistics::add);
    Set<String> left = new TreeSet<>(gone);
    Map<String, FoldMember> anew = new TreeMap<>(come);
    for (String about : statistics.changes()) {
      for (String id :
          askers.getOrDefault(Shingles.hash(CorpusStatistics.questionOf(about)), Set.of())) {
        FoldMember member = members.get(id);
        if (member != null) {
          left.add(id);
          anew.put(id, member);
        }
      }
    }
    gone.clear();
    come.clear();
    return new Round(left, anew).change();
  }

  private static <V> V taken(Map<String, V> from, String id, V none) {
    V value = from.remove(id);
    return value == null ? none : value;
  }

  private record Component(List<String> members, List<String> stories) {}

  /** One round of changes in the making. */
  private final class Round {
    private final Fold fold = Fold.with(statistics.statistics());
    private final CrossPostRule rule = CrossPostRule.with(statistics.statistics());
    private final Map<String, Profile> profiles = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> left;
    private final Map<String, FoldMember> anew;

    private Round(Set<String> left, Map<String, FoldMember> anew) {
      this.left = left;
      this.anew = anew;
    }

    private Change change() {
      left.forEach(this::leave);
      Map<String, StandingBuckets.Placed> placed = new HashMap<>();
      anew.forEach((id, member) -> placed.put(id, enter(member)));
      StandingBuckets.Round round = buckets.change(left, placed);
      round.loose().forEach(this::cut);
      round.named().forEach(this::compare);
      return draw();
    }

    private void leave(String id) {
      touched.add(id);
      for (Long question : taken(questions, id, Set.of())) {
        Set<String> ids = askers.getOrDefault(question, Set.of());
        if (ids.remove(id) && ids.isEmpty()) {
          askers.remove(question);
        }
      }
      taken(edges, id, Map.of()).keySet().forEach(other -> unlink(other, id));
    }

    private StandingBuckets.Placed enter(FoldMember member) {
      touched.add(member.id());
      members.put(member.id(), member);
      Set<Long> asked = new TreeSet<>();
      CorpusStatistics heard =
          statistics.statistics().heardBy(question -> asked.add(Shingles.hash(question)));
      StandingBuckets.Placed placed = StandingBuckets.Placed.of(Profile.of(member, heard));
      CanonicalOrder.sitesNamed(member.source(), heard);
      for (Long question : asked) {
        askers.computeIfAbsent(question, k -> new TreeSet<>()).add(member.id());
      }
      questions.put(member.id(), asked);
      return placed;
    }

    private void cut(Pair pair) {
      unlink(pair.earlier(), pair.later());
      unlink(pair.later(), pair.earlier());
    }

    private void compare(Pair pair) {
      if (edges.getOrDefault(pair.later(), Map.of()).containsKey(pair.earlier())) {
        return;
      }
      MatchResult judgement = rule.between(profile(pair.earlier()), profile(pair.later()));
      if (judgement.crossPost()) {
        link(pair.earlier(), pair.later(), judgement);
        link(pair.later(), pair.earlier(), judgement);
      }
    }

    private void link(String from, String to, MatchResult judgement) {
      touched.add(from);
      edges.computeIfAbsent(from, k -> new HashMap<>(4)).put(to, judgement);
    }

    private void unlink(String from, String to) {
      touched.add(from);
      Map<String, MatchResult> some = edges.get(from);
      if (some != null && some.remove(to) != null && some.isEmpty()) {
        edges.remove(from);
      }
    }

    private Profile profile(String id) {
      return profiles.computeIfAbsent(
          id, k -> rule.profile(Objects.requireNonNull(members.get(k))));
    }

    /** Makes stories of the components that were touched. */
    private Change draw() {
      Set<String> withdrawn = new TreeSet<>();
      TreeSet<String> loose = new TreeSet<>();
      for (String id : touched) {
        if (members.containsKey(id)) {
          loose.add(id);
        }
        Component was = components.get(id);
        if (was != null) {
          withdrawn.addAll(was.stories());
          for (String other : was.members()) {
            components.remove(other);
            if (members.containsKey(other)) {
              loose.add(other);
            }
          }
        }
      }
      List<Fold.Folded> folded = new ArrayList<>();
      for (String id : loose) {
        if (!components.containsKey(id)) {
          folded.addAll(draw(id));
        }
      }
      folded.forEach(one -> withdrawn.remove(one.story().getId()));
      return new Change(folded, withdrawn);
    }

    private List<Fold.Folded> draw(String first) {
      List<String> ids = reachable(first);
      List<Verified> component = new ArrayList<>(ids.size());
      for (String id : ids) {
        List<Edge> verified = new ArrayList<>();
        edges.getOrDefault(id, Map.of()).forEach((other, j) -> verified.add(new Edge(other, j)));
        component.add(new Verified(profile(id).member(), verified));
      }
      List<Fold.Folded> folded = fold.stories(component);
      Component made = new Component(ids, folded.stream().map(one -> one.story().getId()).toList());
      ids.forEach(id -> components.put(id, made));
      return folded;
    }

    private List<String> reachable(String first) {
      Set<String> seen = new TreeSet<>();
      Deque<String> next = new ArrayDeque<>();
      seen.add(first);
      next.add(first);
      while (!next.isEmpty()) {
        for (String other : edges.getOrDefault(next.remove(), Map.of()).keySet()) {
          if (seen.add(other)) {
            next.add(other);
          }
        }
      }
      return List.copyOf(seen);
    }
  }
}
