package dev.newsfold.sinks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which records count of each of many things, by {@link Precedence}, in some 30 bytes a thing: by
 * 64 bits of their digests, so that two of a million things are taken for one with a chance of one
 * in thirty million.
 *
 * <p>All records are shown to it by their ranks. If it then says that some are tied, which no
 * output of ours should have, their digests are told as well.
 */
public final class Precedences {
  private final LongMap ranks = new LongMap();
  private final Set<Long> tied = new HashSet<>();
  private final Map<Long, Long> digests = new HashMap<>();

  /** Takes note of a record. */
  public void add(long key, long rank) {
    if (!ranks.has(key) || rank > ranks.get(key)) {
      ranks.put(key, rank);
      tied.remove(key);
    } else if (rank == ranks.get(key)) {
      tied.add(key);
    }
  }

  /** Whether ranks alone do not tell of each thing which record counts. */
  public boolean hasTies() {
    return !tied.isEmpty();
  }

  /** Whether a record is one of those that only their digests tell apart. */
  public boolean isTied(long key, long rank) {
    return tied.contains(key) && isHighest(key, rank);
  }

  /** Whether no record of the thing has a higher rank. */
  public boolean isHighest(long key, long rank) {
    return ranks.has(key) && ranks.get(key) == rank;
  }

  /** Takes note of what decides a tie. */
  public void settle(long key, long digest) {
    digests.merge(key, digest, Math::max);
  }

  /** Whether a record with this digest is the first of those that were tied. */
  public boolean isSettled(long key, long digest) {
    return digests.getOrDefault(key, 0L) == digest;
  }

  /**
   * Whether a record counts, or withdraws its thing for good.
   *
   * @param digest what decides a tie
   */
  public boolean isFirst(long key, long rank, LongSupplier digest) {
    return isHighest(key, rank) && (!tied.contains(key) || isSettled(key, digest.getAsLong()));
  }

  /** How many things stand: all but those that are withdrawn. */
  public long standing() {
    long[] standing = new long[1];
    ranks.forEachKey(key -> standing[0] += Precedence.isWithdrawn(ranks.get(key)) ? 0 : 1);
    return standing[0];
  }
}
