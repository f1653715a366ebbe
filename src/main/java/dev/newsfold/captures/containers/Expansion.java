package dev.newsfold.captures.containers;

import dev.newsfold.captures.parquet.Growth;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.captures.warc.Resumable;
import dev.newsfold.records.Reason;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a file may expand, over all containers in it: a bomb costs no more time than a file of
 * that size would.
 */
final class Expansion {
  private static final int PIECE = 512;

  private final Growth growth;

  /**
   * @param fileBytes how much of the file was read so far
   */
  Expansion(LongSupplier fileBytes) {
    this.growth = Growth.of(fileBytes);
  }

  /**
   * The content of a container, counted. Whatever goes wrong in it is damage of that kind of
   * container, and goes wrong again in the same way for whoever reads on, unless it is {@link
   * Resumable#resume resumed}.
   *
   * @param compressed what the content is all of; null if it is a part
   */
  InputStream count(String kind, InputStream content, @Nullable FileBytes compressed) {
    return new Counted(kind, content, compressed);
  }

  private final class Counted extends FilterInputStream implements Resumable {
    private final String kind;
    private final @Nullable FileBytes compressed;
    private Damaged.@Nullable InStream failed;
    private boolean lasting;

    private Counted(String kind, InputStream content, @Nullable FileBytes compressed) {
      super(content);
      this.kind = kind;
      this.compressed = compressed;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (failed != null) {
        throw failed;
      }
      try {
        // Some decoders fill what they are given, and at damage lose what came before it.
        int read = in.read(into, from, Math.min(length, PIECE));
        add(Math.max(read, 0));
        return read;
      } catch (Damaged e) {
        lasting = true;
        failed = new Damaged.InStream(e);
        throw failed;
      } catch (Damaged.InPiece e) {
        // For whoever holds what lies in this, it is damage of the whole.
        failed = new Damaged.InStream(e.damaged());
        throw failed;
      } catch (Damaged.InStream e) {
        lasting = true;
        failed = e;
        throw e;
      } catch (IOException | RuntimeException e) {
        // Decoders throw unchecked exceptions too where data is hostile.
        Exception cause = compressed != null && compressed.isExhausted() ? new EOFException() : e;
        Damaged.InStream failure = new Damaged.InStream(broken(kind, cause));
        failed = failure;
        throw failure;
      }
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] passed = new byte[(int) Math.min(count, 8192)];
      return Math.max(0, read(passed, 0, passed.length));
    }

    /** What has grown too much has, and what lies in something damaged is as damaged as that. */
    @Override
    public boolean resume() throws IOException {
      if (failed == null || lasting || !(in instanceof Resumable pieces && pieces.resume())) {
        return false;
      }
      failed = null;
      return true;
    }
  }

  /**
   * Counts what comes out of a container.
   *
   * @throws Damaged if that is too much
   */
  void add(long bytes) throws Damaged {
    growth.add(bytes);
  }

  /** What a decoder threw, as damage. */
  static Damaged broken(String kind, Exception e) {
    String how = e instanceof EOFException ? " is cut off" : " is broken: " + e.getMessage();
    return new Damaged(Reason.CONTAINER_CORRUPT, kind + how);
  }
}
