package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which articles of a component are worth a comparison with one of them: in a component of up to
 * {@value #SMALL} all; in a larger one those that share an edge, a headline, or enough of the
 * smallest shingle hashes that a similarity of .7 is missed once in a billion times.
 */
final class NearArticles {
  /** Up to so many articles, each is compared with each. */
  private static final int SMALL = 128;

  /** Articles without a body are compared with each other up to so many. */
  private static final int FEW_WITHOUT_BODY = 64;

  /** Bins of hashes, of which each article keeps the smallest. */
  private static final int BINS = 32;

  /** The share of bins that must agree; of similar bodies seven tenths do. */
  private static final double AGREEING = 0.2;

  private final List<Profile> profiles;
  private final KnownEdges edges;
  private final TreeSet<Integer> left = new TreeSet<>();
  private final Map<Long, List<Integer>> byMinimum = new HashMap<>();
  private final Map<String, List<Integer>> byHeadline = new HashMap<>();
  private final List<Integer> withoutBody = new ArrayList<>();
  private final int[] shared;

  private NearArticles(List<Profile> profiles, KnownEdges edges) {
    this.profiles = profiles;
    this.edges = edges;
    this.shared = new int[profiles.size()];
  }

  static NearArticles of(List<Profile> profiles, KnownEdges edges) {
    NearArticles near = new NearArticles(profiles, edges);
    for (int i = 0; i < profiles.size(); i++) {
      near.left.add(i);
      if (profiles.size() > SMALL) {
        near.index(i);
      }
    }
    return near;
  }

  /** The articles that are in no story yet; whoever places one takes it out. */
  Set<Integer> left() {
    return left;
  }

  /** The articles near one that are in no story yet, ascending. */
  Collection<Integer> to(int one) {
    TreeSet<Integer> near = new TreeSet<>();
    if (profiles.size() <= SMALL) {
      near.addAll(left);
    } else {
      near.addAll(edges.of(one));
      for (String key : headlines(profiles.get(one))) {
        near.addAll(byHeadline.getOrDefault(key, List.of()));
      }
      if (profiles.get(one).broken() && withoutBody.size() <= FEW_WITHOUT_BODY) {
        near.addAll(withoutBody);
      }
      addAlike(one, near);
      near.retainAll(left);
    }
    near.remove(one);
    return near;
  }

  private void index(int i) {
    Profile profile = profiles.get(i);
    for (long minimum : minima(profile)) {
      byMinimum.computeIfAbsent(minimum, k -> new ArrayList<>(2)).add(i);
    }
    for (String key : headlines(profile)) {
      byHeadline.computeIfAbsent(key, k -> new ArrayList<>(2)).add(i);
    }
    if (profile.broken()) {
      withoutBody.add(i);
    }
  }

  private void addAlike(int one, TreeSet<Integer> near) {
    List<Long> minima = minima(profiles.get(one));
    List<Integer> met = new ArrayList<>();
    for (long minimum : minima) {
      List<Integer> sharing = byMinimum.computeIfAbsent(minimum, k -> new ArrayList<>());
      // What is placed needs no comparison any more.
      sharing.removeIf(other -> !left.contains(other));
      for (int other : sharing) {
        if (shared[other]++ == 0) {
          met.add(other);
        }
      }
    }
    for (int other : met) {
      if (shared[other] >= AGREEING * minima.size()) {
        near.add(other);
      }
      shared[other] = 0;
    }
  }

  private static List<Long> minima(Profile profile) {
    List<Long> keys = new ArrayList<>();
    if (!profile.broken()) {
      int[] minima = profile.sketch().minima(BINS);
      for (int bin = 0; bin < BINS; bin++) {
        if (minima[bin] != Integer.MAX_VALUE) {
          keys.add((long) bin << 32 | (minima[bin] & 0xFFFFFFFFL));
        }
      }
    }
    return keys;
  }

  private static List<String> headlines(Profile profile) {
    Headline original = profile.original();
    String key = profile.headline().key();
    return original == null || original.key().equals(key)
        ? List.of(key)
        : List.of(key, original.key());
  }
}
