package dev.newsfold.captures.warc;

import java.io.IOException;

/**
 * The content of an archive in the pieces in which its container keeps it: the members of a gzip
 * file, or the whole of a plain one.
 */
public interface Segments {

  /** Moves to the next piece; false at the end of the file. */
  boolean next() throws IOException, Damaged;

  /** Reads from this piece; -1 at its end, once its checksum is found right. */
  int read(byte[] into, int from, int length) throws IOException, Damaged;

  /** Where this piece starts in the file. */
  long offset();

  /** True if the pieces are compressed, so that a place within one is none in the file. */
  boolean compressed();

  /** After damage: looks for a piece that may start a record; false if there is none. */
  boolean recover() throws IOException;

  /** How many bytes were searched a second time so far, after damage. */
  default long searchedAgain() {
    return 0;
  }

  /** The whole of a plain file; or what another holds, in pieces where damage costs one alone. */
  static Segments plain(FileBytes file) {
    return new Segments() {
      private long offset = file.offset();
      private boolean started;

      @Override
      public boolean next() {
        boolean first = !started;
        started = true;
        offset = file.offset();
        return first;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return file.read(into, from, length);
      }

      @Override
      public long offset() {
        return offset;
      }

      @Override
      public boolean compressed() {
        return false;
      }

      @Override
      public boolean recover() throws IOException {
        boolean more = file.resume();
        started &= !more;
        return more;
      }
    };
  }
}
