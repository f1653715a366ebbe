package dev.newsfold.dedupe;

import dev.newsfold.records.Story;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Folds articles into stories. The result depends on the articles alone, not on the order in which
 * they come.
 *
 * <ol>
 *   <li>Articles that share a candidate key form a bucket ({@link #place}).
 *   <li>A bucket names pairs that are worth a comparison ({@link Buckets}).
 *   <li>Each pair is compared once ({@link #verify}); those that verify connect articles into
 *       components.
 *   <li>A component is made into stories, in the canonical order, by what the comparisons said
 *       ({@link #stories}).
 * </ol>
 *
 * <p>The steps stand alone, so that they can run on as many machines; {@link #all} is all of them
 * in memory.
 */
public final class Fold {
  private final Lore lore;
  private final CrossPostRule rule;

  private Fold(Lore lore) {
    this.lore = lore;
    this.rule = CrossPostRule.with(lore);
  }

  /** A fold with what was learnt about headlines. */
  public static Fold with(Lore lore) {
    return new Fold(lore);
  }

  /** Folds articles in memory, learning from them first. Every article is in one story. */
  public static List<Story> fold(Collection<FoldMember> members) {
    return with(Lore.learn(members)).all(members);
  }

  /** Folds articles in memory. Stories come in the order of their components' smallest ids. */
  public List<Story> all(Collection<FoldMember> members) {
    Map<String, Profile> profiles = new LinkedHashMap<>();
    members.forEach(member -> profiles.put(member.id(), rule.profile(member)));
    Map<String, Set<String>> partners = partners(profiles.values());
    Components components = new Components();
    Map<String, List<Verified>> byRoot = new TreeMap<>();
    List<Verified> compared = new ArrayList<>();
    for (Profile profile : profiles.values()) {
      String id = profile.member().id();
      List<Profile> others =
          partners.getOrDefault(id, Set.of()).stream().map(profiles::get).toList();
      Verified verified = verify(profile, others);
      verified.edges().forEach(edge -> components.join(edge.from(), id));
      compared.add(verified);
    }
    for (Verified verified : compared) {
      byRoot.computeIfAbsent(components.root(verified.id()), k -> new ArrayList<>()).add(verified);
    }
    List<Story> stories = new ArrayList<>();
    byRoot.values().forEach(component -> stories.addAll(stories(component)));
    return stories;
  }

  /** How many pairs a fold of these articles compares. */
  int comparisons(Collection<FoldMember> members) {
    return partners(members.stream().map(rule::profile).toList()).values().stream()
        .mapToInt(Set::size)
        .sum();
  }

  /** With whom each article is compared, each pair named once, under its later article. */
  private Map<String, Set<String>> partners(Collection<Profile> profiles) {
    Map<String, List<Candidate>> buckets = new HashMap<>();
    for (Profile profile : profiles) {
      place(
          profile,
          (key, candidate) -> buckets.computeIfAbsent(key, k -> new ArrayList<>(1)).add(candidate));
    }
    Map<String, Set<String>> partners = new HashMap<>();
    buckets.forEach(
        (key, bucket) ->
            Buckets.pairs(
                key,
                bucket,
                pair ->
                    partners
                        .computeIfAbsent(pair.later(), k -> new TreeSet<>())
                        .add(pair.earlier())));
    return partners;
  }

  /** Puts an article into its buckets. */
  public void place(FoldMember member, BiConsumer<String, Candidate> out) {
    place(rule.profile(member), out);
  }

  private static void place(Profile profile, BiConsumer<String, Candidate> out) {
    Candidate candidate = Candidate.of(profile);
    CandidateKeys.keys(profile).forEach(key -> out.accept(key, candidate));
  }

  /** An article compared with each of those with which it was paired. */
  public Verified verify(FoldMember member, Collection<FoldMember> others) {
    return verify(rule.profile(member), others.stream().map(rule::profile).toList());
  }

  private Verified verify(Profile profile, Collection<Profile> others) {
    Map<String, Edge> edges = new TreeMap<>();
    for (Profile other : others) {
      MatchResult judgement = rule.between(other, profile);
      if (judgement.crossPost()) {
        edges.put(other.member().id(), new Edge(other.member().id(), judgement));
      }
    }
    return Verified.of(profile, List.copyOf(edges.values()));
  }

  /**
   * The stories in one component of connected articles. In the canonical order, each article joins
   * the first story whose canonical article it verified against, then the first whose hub it
   * verified against ({@link StoryDraft#isHub}); else it starts a story. A story of one article is
   * tried once more, against the hubs that came after it.
   */
  public List<Story> stories(Collection<Verified> component) {
    return StoryGrowth.of(component, lore).stories();
  }
}
