package dev.newsfold.captures.warc;

import org.jspecify.annotations.Nullable;

/**
 * Where the pages of an archive lie, by the names under which revisits seek them: the one met last
 * for each name. Of a very large archive the latest half a million names or more are known.
 */
final class PageIndex {
  private static final int MAX_NAMES = 1 << 19;

  private LongTable late = new LongTable();
  private LongTable early = new LongTable();

  /** Enters the page at an offset. */
  void add(WarcHeader page, long offset) {
    for (String name : RecentPages.names(page)) {
      if (late.size() == MAX_NAMES) {
        early = late;
        late = new LongTable();
      }
      late.put(hash(name), offset);
    }
  }

  /** The offset of the page that a revisit repeats; null if it is not known. */
  @Nullable Long original(WarcHeader revisit) {
    for (String name : RecentPages.wanted(revisit)) {
      long hash = hash(name);
      Long offset = late.get(hash);
      offset = offset == null ? early.get(hash) : offset;
      if (offset != null) {
        return offset;
      }
    }
    return null;
  }

  /** FNV-1a, its bits mixed; whoever finds a page by it compares the names. */
  static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash * 0x9e3779b97f4a7c15L;
  }
}
