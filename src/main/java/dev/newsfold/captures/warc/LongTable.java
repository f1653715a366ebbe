package dev.newsfold.captures.warc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A map from long to long without objects, at 16 bytes a slot. */
final class LongTable {
  private static final long NO_VALUE = -1;

  private long[] keys = new long[64];
  private long[] values = new long[64];
  private int size;

  LongTable() {
    Arrays.fill(values, NO_VALUE);
  }

  int size() {
    return size;
  }

  /**
   * @param value not negative
   */
  void put(long key, long value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key);
    size += values[slot] == NO_VALUE ? 1 : 0;
    keys[slot] = key;
    values[slot] = value;
  }

  @Nullable Long get(long key) {
    long value = values[slot(key)];
    return value == NO_VALUE ? null : value;
  }

  /** Where the key is, or would be. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (values[slot] != NO_VALUE && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[keys.length];
    Arrays.fill(values, NO_VALUE);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NO_VALUE) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }
}
