package dev.newsfold.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headlines that pages list. Pages of one block of numbers pick from one pool, as pages of one
 * hour do: half are headlines of pages shortly before, half of stories that nobody captured.
 */
final class Headlines {

  /** Pages that share a pool. */
  private static final int BLOCK = 32;

  private static final int POOL = 100;

  /** Pages before the block whose headlines may be in its pool. */
  private static final int REACH = 1000;

  /** Numbers of stories that no sample is long enough to print. */
  private static final long UNSEEN = 1L << 40;

  /** Pools kept at hand; any can be made again. */
  private static final int KEPT = 8;

  private final long seed;
  private final Plan plan;
  private final Newsroom newsroom;
  private final Map<Key, List<Link>> pools = new LinkedHashMap<>();

  private record Key(long block, Language language) {}

  Headlines(long seed, Plan plan, Newsroom newsroom) {
    this.seed = seed;
    this.plan = plan;
    this.newsroom = newsroom;
  }

  /** So many different headlines, at most as many as a pool holds, for a list on this page. */
  List<Link> pick(long number, Language language, int count, Dice dice) {
    if (count == 0) {
      return List.of();
    }
    List<Link> pool = pool(new Key(number / BLOCK, language));
    int start = dice.below(pool.size());
    List<Link> picked = new ArrayList<>(count);
    for (int i = 0; i < Math.min(count, pool.size()); i++) {
      picked.add(pool.get((start + i) % pool.size()));
    }
    return picked;
  }

  private synchronized List<Link> pool(Key key) {
    List<Link> pool = pools.get(key);
    if (pool == null) {
      pool = fill(key);
      if (pools.size() == KEPT) {
        pools.remove(pools.keySet().iterator().next());
      }
      pools.put(key, pool);
    }
    return pool;
  }

  private List<Link> fill(Key key) {
    Dice dice = Dice.of(seed, key.block(), Dice.Purpose.POOL);
    boolean isEnglish = key.language() == Language.ENGLISH;
    List<Link> pool = new ArrayList<>(POOL);
    while (pool.size() < POOL) {
      long neighbour = key.block() * BLOCK - dice.between(1, REACH);
      boolean seen = dice.chance(0.6) && neighbour >= 0 && plan.role(neighbour).isCopied();
      Opening opening =
          seen
              ? newsroom.opening(neighbour)
              : newsroom.unprinted(UNSEEN + dice.below(UNSEEN), isEnglish);
      if ((opening.outlet().language() == Language.ENGLISH) == isEnglish) {
        pool.add(link(opening, key.language()));
      }
    }
    return pool;
  }

  private static Link link(Opening opening, Language language) {
    String href = opening.outlet().url(opening.number(), opening.section(), opening.time());
    String headline = opening.headline();
    return new Link(language == Language.TRADITIONAL ? Traditional.of(headline) : headline, href);
  }
}
