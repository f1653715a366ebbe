package dev.newsfold.captures.containers;

import dev.newsfold.captures.BulkInput;
import dev.newsfold.captures.warc.Damaged;
import dev.newsfold.captures.warc.FileBytes;
import dev.newsfold.records.Reason;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** So many bytes of a container: the content of one entry. That they are missing is damage. */
final class Part extends BulkInput {
  private final FileBytes container;
  private final String kind;
  private long left;
  private Damaged.@Nullable InStream cut;

  Part(FileBytes container, long length, String kind) {
    this.container = container;
    this.left = length;
    this.kind = kind;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (cut != null) {
      throw cut;
    }
    if (left == 0 || length == 0) {
      return left == 0 ? -1 : 0;
    }
    int read = container.read(into, from, (int) Math.min(length, left));
    if (read < 0) {
      cut = new Damaged.InStream(new Damaged(Reason.CONTAINER_CORRUPT, kind + " is cut off"));
      throw cut;
    }
    left -= read;
    return read;
  }

  /** Passes what was not read. */
  void drain() throws IOException {
    drain(this);
  }

  /** Reads a stream to its end. */
  static void drain(InputStream in) throws IOException {
    byte[] passed = new byte[16 << 10];
    int read = 0;
    while (read >= 0) {
      read = in.read(passed);
    }
  }
}
