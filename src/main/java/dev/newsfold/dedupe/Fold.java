package dev.newsfold.dedupe;

import dev.newsfold.records.Story;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Folds articles into stories. The result depends on the articles alone, not on the order in which
 * they come.
 *
 * <p>Articles that share a candidate key form a bucket; within a bucket each is verified against
 * the earlier ones that start a story there; verified pairs connect articles into components; a
 * component is then folded as a whole, in the canonical order. The three steps stand alone ({@link
 * CandidateKeys}, {@link #verifyBucket}, {@link #stories}), so that they can run on as many
 * machines.
 */
public final class Fold {
  /**
   * How many story starts a member of a bucket is held against. It makes a bucket linear, whatever
   * is in it: a page copied 100,000 times has one start, a column of as many days has that many, of
   * which the latest are the only ones in reach.
   */
  static final int STARTS = 64;

  private final Lore lore;
  private final CrossPostRule rule;
  private final CandidateKeys keys;

  private Fold(Lore lore) {
    this.lore = lore;
    this.rule = CrossPostRule.with(lore);
    this.keys = CandidateKeys.with(lore);
  }

  /** A fold with what was learnt about headlines. */
  public static Fold with(Lore lore) {
    return new Fold(lore);
  }

  /** Folds articles in memory, learning from them first. Every article is in one story. */
  public static List<Story> fold(Collection<FoldMember> members) {
    return with(Lore.learn(members)).all(members);
  }

  /** Folds articles in memory. Stories come in the canonical order of their components. */
  public List<Story> all(Collection<FoldMember> members) {
    List<FoldMember> ordered = ordered(members);
    Map<String, List<FoldMember>> buckets = new TreeMap<>();
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
    Map<String, List<FoldMember>> byRoot = new LinkedHashMap<>();
    for (FoldMember member : ordered) {
      byRoot.computeIfAbsent(components.root(member.id()), k -> new ArrayList<>()).add(member);
    }
    List<Story> stories = new ArrayList<>();
    byRoot.values().forEach(component -> stories.addAll(stories(component)));
    return stories;
  }

  /** The pairs of one bucket that verify, each article with the starts it joins. */
  public List<Edge> verifyBucket(Iterable<FoldMember> bucket) {
    List<FoldMember> members = new ArrayList<>();
    bucket.forEach(members::add);
    List<Profile> starts = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (FoldMember member : ordered(members)) {
      Profile profile = rule.profile(member);
      boolean joined = false;
      boolean hub = false;
      for (int i = starts.size() - 1; i >= Math.max(0, starts.size() - STARTS); i--) {
        Profile start = starts.get(i);
        if (rule.between(start, profile).crossPost()) {
          edges.add(new Edge(start.member().id(), member.id()));
          hub |= !joined && StoryDraft.isHub(start, profile);
          joined = true;
        }
      }
      if (!joined || hub) {
        starts.add(profile);
      }
    }
    return edges;
  }

  /**
   * The stories in one component of connected articles. In the canonical order, each article joins
   * the first story whose canonical article it verifies against, then the first whose hub it
   * verifies against ({@link StoryDraft#isHub}); else it starts a story. A story of one article is
   * tried once more, against the hubs that came after it.
   */
  public List<Story> stories(Collection<FoldMember> component) {
    List<StoryDraft> drafts = new ArrayList<>();
    Map<String, List<Integer>> index = new HashMap<>();
    for (FoldMember member : ordered(component)) {
      Profile profile = rule.profile(member);
      if (!join(profile, -1, drafts, index)) {
        index(profile, drafts.size(), index);
        drafts.add(new StoryDraft(profile));
      }
    }
    List<Story> stories = new ArrayList<>();
    List<StoryDraft> left = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      StoryDraft draft = drafts.get(i);
      if (!draft.alone() || !join(draft.canonical(), i, drafts, index)) {
        left.add(draft);
      }
    }
    left.forEach(draft -> stories.add(draft.story()));
    return stories;
  }

  /**
   * Joins the first story that takes the article, {@code itself} left aside. In a large component
   * only stories that share a key are tried, so that it takes linear time.
   */
  private boolean join(
      Profile profile, int itself, List<StoryDraft> drafts, Map<String, List<Integer>> index) {
    TreeSet<Integer> near = new TreeSet<>();
    if (drafts.size() <= STARTS) {
      IntStream.range(0, drafts.size()).forEach(near::add);
    } else {
      keys.keys(profile.member()).forEach(key -> near.addAll(index.getOrDefault(key, List.of())));
    }
    near.remove(itself);
    for (int i : near) {
      Judgement judgement = rule.between(drafts.get(i).canonical(), profile);
      if (judgement.crossPost() && itself < 0) {
        add(profile, judgement, i, drafts, index);
        return true;
      }
    }
    for (int i : near) {
      Profile hub = drafts.get(i).hub();
      Judgement judgement = hub == null ? null : rule.between(hub, profile);
      if (hub != null && judgement != null && judgement.crossPost()) {
        add(profile, judgement.through(hub.member().id()), i, drafts, index);
        return true;
      }
    }
    return false;
  }

  private void add(
      Profile profile,
      Judgement judgement,
      int to,
      List<StoryDraft> drafts,
      Map<String, List<Integer>> index) {
    if (drafts.get(to).add(profile, judgement)) {
      index(profile, to, index);
    }
  }

  /** Makes a canonical article or hub findable by its keys; of one key the first are enough. */
  private void index(Profile profile, int draft, Map<String, List<Integer>> index) {
    for (String key : keys.keys(profile.member())) {
      List<Integer> drafts = index.computeIfAbsent(key, k -> new ArrayList<>());
      if (drafts.size() < STARTS) {
        drafts.add(draft);
      }
    }
  }

  private List<FoldMember> ordered(Collection<FoldMember> members) {
    List<FoldMember> ordered = new ArrayList<>(members);
    ordered.sort(CanonicalOrder.among(members, lore));
    return ordered;
  }
}
