package dev.newsfold.commands;

import dev.newsfold.sinks.LongMap;
import java.util.function.LongConsumer;

/** The digests of records by the keys of these; of several records with one key, their sum. */
final class KeyDigests {
  private final LongMap sums = new LongMap();

  /** How many records a key has beside the first one. */
  private final LongMap repeats = new LongMap();

  void add(long key, long digest) {
    if (!sums.add(key, digest)) {
      repeats.add(key, 1);
    }
  }

  boolean has(long key) {
    return sums.has(key);
  }

  long digest(long key) {
    return sums.get(key);
  }

  /** How many records have a key; it must have one. */
  long records(long key) {
    return 1 + repeats.get(key);
  }

  /** How many keys there are. */
  long keys() {
    return sums.size();
  }

  /** How many records there are. */
  long records() {
    return sums.size() + repeats.sum();
  }

  void forEachKey(LongConsumer action) {
    sums.forEachKey(action);
  }
}
