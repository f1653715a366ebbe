package dev.newsfold.captures.containers;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.Resumable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What compressed data holds whose pieces can be read by themselves: frames of zstd and lz4,
 * streams of bzip2 and xz. Zeros between them are padding. After damage in one, reading can go on
 * at the next that starts as pieces do.
 */
final class CompressedPieces extends BulkInput implements Resumable {
  /** How much may be searched a second time: damage must not cost more than reading. */
  private static final long MAX_SEARCHED_AGAIN = 64L << 20;

  private final FileBytes bytes;
  private final Pieces pieces;
  private @Nullable InputStream piece;
  private boolean first = true;
  private boolean begun;
  private long start;
  private long searchedAgain;

  CompressedPieces(FileBytes bytes, Pieces pieces) {
    this.bytes = bytes;
    this.pieces = pieces;
  }

  /** How pieces of a kind are found and read. */
  interface Pieces {
    /** Whether the next bytes may start one; by all signs, if they stand where none must. */
    boolean startsAt(FileBytes bytes, boolean anywhere) throws IOException;

    /** What the one holds that comes next; at its end, its last byte was the last one read. */
    InputStream open(FileBytes bytes) throws IOException;

    /** Whether what follows the last one, and starts none, is ignored. */
    boolean endsAnyhow();

    /** Called once nothing more is read. */
    default void close() {}
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = piece == null ? -1 : piece.read(into, from, length);
    while (read < 0 && next()) {
      read = piece == null ? -1 : piece.read(into, from, length);
    }
    return read;
  }

  @Override
  public void close() {
    pieces.close();
  }

  private boolean next() throws IOException {
    piece = null;
    begun = false;
    passPadding();
    start = bytes.position();
    if (bytes.peek(0) < 0) {
      return false;
    }
    boolean starts = first || pieces.startsAt(bytes, false);
    first = false;
    if (!starts && (!pieces.endsAnyhow() || search())) {
      throw new IOException("no piece starts at byte " + start);
    }
    if (!starts) {
      return false;
    }
    begun = true;
    piece = pieces.open(bytes);
    return true;
  }

  /** Damage may have hidden where a piece ends: the search begins right behind its start. */
  @Override
  public boolean resume() throws IOException {
    if (begun && searchedAgain < MAX_SEARCHED_AGAIN) {
      searchedAgain += bytes.rewind();
    }
    piece = null;
    return search();
  }

  private void passPadding() throws IOException {
    bytes.mark();
    boolean frame = SkippableFrames.startsAt(0, bytes);
    while (frame || !first && bytes.peek(0) == 0) {
      if (frame) {
        SkippableFrames.skip(bytes);
      } else {
        bytes.advance(1);
      }
      bytes.mark();
      frame = SkippableFrames.startsAt(0, bytes);
    }
  }

  /** Passes bytes up to what is a piece by all signs. */
  private boolean search() throws IOException {
    while (bytes.peek(0) >= 0) {
      if (bytes.position() > start && pieces.startsAt(bytes, true)) {
        return true;
      }
      bytes.advance(1);
    }
    return false;
  }
}
