package dev.newsfold.sinks;

import java.util.function.LongConsumer;

/** A map of longs, which are digests, to longs, in some 30 bytes an entry. */
public final class LongMap {
  private long[] keys = new long[1024];
  private long[] values = new long[1024];
  private boolean[] used = new boolean[1024];
  private int size;

  /** How many keys there are. */
  public int size() {
    return size;
  }

  /** All values together. */
  public long sum() {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  /** Adds to a key's value; says whether the key is new. */
  public boolean add(long key, long value) {
    int before = size;
    int slot = claim(key);
    values[slot] += value;
    return size > before;
  }

  /** Gives a key a value, in place of the one that it may have. */
  public void put(long key, long value) {
    int slot = claim(key);
    values[slot] = value;
  }

  /** Whether a key has a value. */
  public boolean has(long key) {
    return used[slot(key)];
  }

  /** The value of a key, 0 if it has none. */
  public long get(long key) {
    return values[slot(key)];
  }

  /** Shows each key, in no order that means anything. */
  public void forEachKey(LongConsumer action) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (used[slot]) {
        action.accept(keys[slot]);
      }
    }
  }

  /** The slot of {@code key}, which is its own from here on; the arrays may be others then. */
  private int claim(long key) {
    if (size >= keys.length / 4 * 3) {
      grow();
    }
    int slot = slot(key);
    if (!used[slot]) {
      used[slot] = true;
      keys[slot] = key;
      size++;
    }
    return slot;
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
        put(oldKeys[slot], oldValues[slot]);
      }
    }
  }
}
