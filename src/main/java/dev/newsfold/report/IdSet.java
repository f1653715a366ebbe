package dev.newsfold.report;

import java.util.Arrays;

/**
 * A set of ids in eight bytes each, of which there may be a million: it keeps hashes of 64 bits, so
 * that two of a million ids are taken for one with a chance of one in thirty million. Ids are added
 * first and looked up then.
 */
final class IdSet {
  private long[] hashes = new long[1024];
  private int size;
  private boolean sorted = true;

  void add(String id) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    hashes[size++] = hash(id);
    sorted = false;
  }

  /** Makes it ready to be looked into by several threads. */
  void sort() {
    if (!sorted) {
      Arrays.sort(hashes, 0, size);
      sorted = true;
    }
  }

  boolean contains(String id) {
    sort();
    return Arrays.binarySearch(hashes, 0, size, hash(id)) >= 0;
  }

  /** FNV-1a over characters, then the finaliser of SplitMix64. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
