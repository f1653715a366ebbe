package dev.newsfold.dedupe;

import dev.newsfold.records.Relation;
import dev.newsfold.records.Story;
import dev.newsfold.records.StoryMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Folds articles into stories. The result depends on the articles alone, not on the order in which
 * they come.
 *
 * <p>Articles that share a candidate key form a bucket; within a bucket each is verified against
 * the earlier ones that start a story there; verified pairs connect articles into components; a
 * component is then folded as a whole, in the canonical order.
 */
public final class Fold {
  private static final int LEADERS = 64;

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

  /** Folds articles in memory. Stories come in the canonical order of their first articles. */
  public List<Story> all(Collection<FoldMember> members) {
    TreeMap<String, List<FoldMember>> buckets = new TreeMap<>();
    CandidateKeys keys = CandidateKeys.with(lore);
    List<FoldMember> ordered = ordered(members);
    for (FoldMember member : ordered) {
      for (String key : keys.keys(member)) {
        buckets.computeIfAbsent(key, k -> new ArrayList<>()).add(member);
      }
    }
    Components components = new Components();
    for (List<FoldMember> bucket : buckets.values()) {
      if (bucket.size() > 1) {
        verifyBucket(bucket).forEach(components::join);
      }
    }
    Map<String, List<FoldMember>> byRoot = new java.util.LinkedHashMap<>();
    for (FoldMember member : ordered) {
      byRoot.computeIfAbsent(components.root(member.id()), k -> new ArrayList<>()).add(member);
    }
    List<Story> stories = new ArrayList<>();
    byRoot.values().forEach(component -> stories.addAll(stories(component)));
    return stories;
  }

  /** The pairs of one bucket that verify; linear in its size, whatever is in it. */
  public List<Edge> verifyBucket(Iterable<FoldMember> bucket) {
    List<Profile> leaders = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    List<FoldMember> members = new ArrayList<>();
    bucket.forEach(members::add);
    for (FoldMember member : ordered(members)) {
      Profile profile = rule.profile(member);
      boolean joined = false;
      for (int i = leaders.size() - 1; i >= 0 && i >= leaders.size() - LEADERS; i--) {
        if (rule.between(leaders.get(i), profile).crossPost()) {
          edges.add(new Edge(leaders.get(i).member().id(), member.id()));
          joined = true;
        }
      }
      if (!joined) {
        leaders.add(profile);
      }
    }
    return edges;
  }

  /** The stories in one component of connected articles. */
  public List<Story> stories(Collection<FoldMember> component) {
    List<Draft> drafts = new ArrayList<>();
    for (FoldMember member : ordered(component)) {
      Profile profile = rule.profile(member);
      boolean joined = false;
      for (Draft draft : drafts) {
        Judgement judgement = rule.between(draft.canonical, profile);
        if (judgement.crossPost()) {
          draft.add(member, judgement);
          joined = true;
          break;
        }
      }
      if (!joined) {
        drafts.add(new Draft(profile));
      }
    }
    return drafts.stream().map(Draft::story).toList();
  }

  private static List<FoldMember> ordered(Collection<FoldMember> members) {
    List<FoldMember> ordered = new ArrayList<>(members);
    ordered.sort(CanonicalOrder.INSTANCE);
    return ordered;
  }

  /** A story that grows. */
  private static final class Draft {
    private final Profile canonical;
    private final List<FoldMember> members = new ArrayList<>();
    private final List<StoryMember> rows = new ArrayList<>();

    Draft(Profile canonical) {
      this.canonical = canonical;
      add(
          canonical.member(),
          Judgement.accept(Relation.ORIGINAL, 1, "first in the canonical order"));
    }

    void add(FoldMember member, Judgement judgement) {
      members.add(member);
      rows.add(
          StoryMember.newBuilder()
              .setArticleId(member.id())
              .setUrl(member.url())
              .setSite(member.site())
              .setSource(member.source())
              .setHeadline(member.headline())
              .setPublishedAt(member.publishedAt())
              .setRelation(Objects.requireNonNull(judgement.relation()))
              .setSimilarity(judgement.similarity())
              .setEvidence(judgement.evidence())
              .build());
    }

    Story story() {
      TreeSet<String> sites = new TreeSet<>();
      String id = null;
      Instant first = null;
      Instant last = null;
      for (FoldMember member : members) {
        sites.add(member.site());
        if (id == null) {
          id = member.storyId();
        }
        Instant at = member.publishedAt();
        if (at != null) {
          first = first == null || at.isBefore(first) ? at : first;
          last = last == null || at.isAfter(last) ? at : last;
        }
      }
      return Story.newBuilder()
          .setId(id == null ? canonical.member().id() : id)
          .setHeadline(canonical.member().headline())
          .setCanonicalArticleId(canonical.member().id())
          .setFirstPublishedAt(first)
          .setLastPublishedAt(last)
          .setMembers(rows)
          .setSiteCount(sites.size())
          .build();
    }
  }

  /** Disjoint sets of ids; a set's root is its smallest id. */
  private static final class Components {
    private final Map<String, String> parents = new HashMap<>();

    String root(String id) {
      String at = id;
      while (!parents.getOrDefault(at, at).equals(at)) {
        at = parents.getOrDefault(at, at);
      }
      parents.put(id, at);
      return at;
    }

    void join(Edge edge) {
      String a = root(edge.from());
      String b = root(edge.to());
      if (a.compareTo(b) <= 0) {
        parents.put(b, a);
      } else {
        parents.put(a, b);
      }
    }
  }
}
