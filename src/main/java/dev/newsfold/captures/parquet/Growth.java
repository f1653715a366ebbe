package dev.newsfold.captures.parquet;

import dev.newsfold.captures.warc.Damaged;

/** Counts what comes out of a file: pages of many megabytes can be as many bytes in it. */
@FunctionalInterface
public interface Growth {
  /**
   * Counts so many bytes more.
   *
   * @throws Damaged if that is more than any honest file holds
   */
  void add(long bytes) throws Damaged;
}
