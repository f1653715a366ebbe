package dev.newsfold.captures.containers;

import dev.newsfold.captures.warc.ArchiveFormat;
import dev.newsfold.captures.warc.Damaged;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A kind of file that holds captures, or other containers. */
interface Container {

  /** Whether the source is of this kind, by its first bytes; its place stays. */
  boolean holds(Source source) throws IOException;

  /** How a source of this kind keeps its records, if it is a WARC or ARC; null if it is none. */
  default @Nullable ArchiveFormat archive(Source source) throws IOException {
    return null;
  }

  /** Whether a source of this kind is a page at most. */
  default boolean isPage() {
    return false;
  }

  /**
   * Reads the source, and hands what is in it to the reading: each record to exactly one method of
   * its output, and each container to the reading itself.
   *
   * @throws Damaged if the rest of the container cannot be read
   */
  void read(Source source, Reading reading) throws IOException, Damaged;
}
