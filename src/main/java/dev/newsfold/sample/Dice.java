package dev.newsfold.sample;

import java.util.List;
import java.util.SplittableRandom;

/** Reproducible chance: the same seed, page number and purpose always fall the same way. */
final class Dice {

  private final SplittableRandom random;

  private Dice(long state) {
    this.random = new SplittableRandom(state);
  }

  /** Dice for one purpose of one page, independent of those for any other purpose or page. */
  static Dice of(long seed, long number, Purpose purpose) {
    long state = mix(seed + 0x9E3779B97F4A7C15L);
    state = mix(state ^ number);
    return new Dice(mix(state + purpose.ordinal()));
  }

  /** What dice are thrown for; the order is part of what a seed means. */
  enum Purpose {
    ROLE,
    TARGET,
    STORY,
    COPY,
    RECAPTURE,
    PAGE,
    DRESSING,
    ARCHIVE,
    POOL,
    PADDING
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** A whole number from zero up to, not including, {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  long below(long bound) {
    return random.nextLong(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** The finaliser of MurmurHash3, as in {@link SplittableRandom}: every bit affects every bit. */
  private static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
