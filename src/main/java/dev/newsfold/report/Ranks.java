package dev.newsfold.report;

import java.util.Arrays;

/**
 * The highest rank of each of many things, in some thirty bytes a thing: a hash table of 64 bits of
 * their digests, so that two of a million things are taken for one with a chance of one in thirty
 * million.
 */
final class Ranks {
  private long[] keys = new long[1024];
  private int[] ranks = new int[1024];
  private int size;

  /**
   * Raises the rank of a thing, if it is lower.
   *
   * @param rank not 0, and without a sign: revisions of seconds fill 31 bits, and a rank one more
   */
  void raise(long key, int rank) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (ranks[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    if (Integer.compareUnsigned(rank, ranks[slot]) > 0) {
      ranks[slot] = rank;
    }
  }

  /** The highest rank of a thing; 0 if it has none. */
  int of(long key) {
    return ranks[slot(key)];
  }

  /** How many things have an even highest rank. */
  long even() {
    return Arrays.stream(ranks).filter(rank -> rank != 0 && rank % 2 == 0).count();
  }

  private int slot(long key) {
    int slot = (int) key & (keys.length - 1);
    while (ranks[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldRanks = ranks;
    keys = new long[2 * oldKeys.length];
    ranks = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldRanks[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        ranks[slot] = oldRanks[i];
      }
    }
  }
}
