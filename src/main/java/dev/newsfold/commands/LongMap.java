package dev.newsfold.commands;

import java.util.function.LongConsumer;

/** A map of longs to longs in 16 to 32 bytes an entry; what is put twice is added up. */
final class LongMap {
  private long[] keys = new long[1024];
  private long[] values = new long[1024];
  private boolean[] used = new boolean[1024];
  private int size;

  int size() {
    return size;
  }

  /** All values together. */
  long sum() {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  /** Adds to a key's value; says whether the key is new. */
  boolean add(long key, long value) {
    if (size >= keys.length / 4 * 3) {
      grow();
    }
    int slot = slot(key);
    boolean isNew = !used[slot];
    if (isNew) {
      used[slot] = true;
      keys[slot] = key;
      size++;
    }
    values[slot] += value;
    return isNew;
  }

  boolean has(long key) {
    return used[slot(key)];
  }

  /** The value of a key, 0 if it has none. */
  long get(long key) {
    return values[slot(key)];
  }

  void forEachKey(LongConsumer action) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (used[slot]) {
        action.accept(keys[slot]);
      }
    }
  }

  /**
   * The slot that holds {@code key}, or the free one where it belongs. Keys are digests: random.
   */
  private int slot(long key) {
    int slot = (int) key & (keys.length - 1);
    while (used[slot] && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    boolean[] oldUsed = used;
    keys = new long[oldKeys.length * 2];
    values = new long[keys.length];
    used = new boolean[keys.length];
    size = 0;
    for (int slot = 0; slot < oldKeys.length; slot++) {
      if (oldUsed[slot]) {
        add(oldKeys[slot], oldValues[slot]);
      }
    }
  }
}
