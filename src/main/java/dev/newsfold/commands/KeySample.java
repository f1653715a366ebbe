package dev.newsfold.commands;

import java.util.TreeSet;

/** Counts digests and keeps the few smallest: a random choice that no order of files changes. */
final class KeySample {
  private final TreeSet<Long> smallest = new TreeSet<>();
  private final int wanted;
  private long count;

  KeySample(int wanted) {
    this.wanted = wanted;
  }

  void add(long key) {
    count++;
    smallest.add(key);
    if (smallest.size() > wanted) {
      smallest.pollLast();
    }
  }

  long count() {
    return count;
  }

  TreeSet<Long> keys() {
    return smallest;
  }
}
