package dev.newsfold.dedupe;

import dev.newsfold.records.Copy;
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
  private final CorpusStatistics statistics;
  private final CrossPostRule rule;

  private Fold(CorpusStatistics statistics) {
    this.statistics = statistics;
    this.rule = CrossPostRule.with(statistics);
  }

  /** A fold with what was learnt about headlines. */
  public static Fold with(CorpusStatistics statistics) {
    return new Fold(statistics);
  }

  /** A fold of articles that were told what concerns them ({@link FoldMember#facts}). */
  public static Fold of(Collection<FoldMember> members) {
    return with(CorpusStatistics.knownTo(members));
  }

  /** Folds articles in memory, learning from them first. Every article is in one story. */
  public static List<Story> fold(Collection<FoldMember> members) {
    return with(CorpusStatistics.learn(members)).all(members);
  }

  /** Folds articles in memory. Stories come in the order of their components' labels. */
  public List<Story> all(Collection<FoldMember> members) {
    return folded(members).stream().map(Folded::story).toList();
  }

  /** The same, with who copied whom. */
  public List<Folded> folded(Collection<FoldMember> members) {
    Map<String, Profile> profiles = new LinkedHashMap<>();
    members.forEach(member -> profiles.put(member.id(), rule.profile(member)));
    Map<String, Set<String>> partners = partners(profiles.values());
    Components components = new Components();
    Map<NodeKey, Verified> compared = new LinkedHashMap<>();
    for (Profile profile : profiles.values()) {
      String id = profile.member().id();
      List<Profile> others =
          partners.getOrDefault(id, Set.of()).stream().map(profiles::get).toList();
      Verified verified = verify(profile, others);
      NodeKey node = NodeKey.of(id);
      components.join(node, node);
      verified.edges().forEach(edge -> components.join(NodeKey.of(edge.from()), node));
      compared.put(node, verified);
    }
    Map<NodeKey, List<Verified>> byLabel = new TreeMap<>();
    components.labels(
        (node, label) -> {
          Verified verified = compared.get(node);
          if (verified != null) {
            byLabel.computeIfAbsent(label, k -> new ArrayList<>(1)).add(verified);
          }
        });
    List<Folded> folded = new ArrayList<>();
    byLabel.values().forEach(component -> folded.addAll(stories(component)));
    return folded;
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
      MatchResult match = rule.between(other, profile);
      if (match.crossPost()) {
        edges.put(other.member().id(), new Edge(other.member().id(), match));
      }
    }
    return new Verified(profile.member(), List.copyOf(edges.values()));
  }

  /** The stories in one component of connected articles ({@link StoryAssembly}). */
  public List<Folded> stories(Collection<Verified> component) {
    return StoryAssembly.of(component, statistics);
  }

  /**
   * A story, and who copied whom in it.
   *
   * @param copies one for every member but the canonical
   */
  public record Folded(Story story, List<Copy> copies) {}
}
