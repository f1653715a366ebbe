package dev.newsfold.flow;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the blocks of one grouping within this process: the first in memory, what is more in a
 * temporary file. All threads share it. It goes with the last step that uses it.
 */
final class SpillFile {
  /** Bytes of blocks that are held in memory. */
  static final long IN_MEMORY = 4 << 20;

  private static final AtomicLong LAST = new AtomicLong();
  private static final Map<Long, SpillFile> OPEN = new ConcurrentHashMap<>();

  private final long key;
  private int users;
  private long inMemory;
  private long end;
  private @Nullable Path path;
  private @Nullable RandomAccessFile file;

  private SpillFile(long key) {
    this.key = key;
  }

  /** A key that no other grouping of this process has. */
  static long newKey() {
    return LAST.incrementAndGet();
  }

  /** How many are in use in this process. */
  static int inUse() {
    return OPEN.size();
  }

  /** The file of that key, for one more user, who has to {@link #release} it. */
  static SpillFile acquire(long key) {
    return OPEN.compute(
        key,
        (ignored, open) -> {
          SpillFile file = open == null ? new SpillFile(key) : open;
          file.users++;
          return file;
        });
  }

  /** Takes leave of it; with its last user it is deleted. */
  void release() {
    OPEN.computeIfPresent(
        key,
        (ignored, open) -> {
          open.users--;
          if (open.users > 0) {
            return open;
          }
          open.delete();
          return null;
        });
  }

  /** A block of these bytes. */
  synchronized Block keep(byte[] bytes) throws IOException {
    if (inMemory + bytes.length <= IN_MEMORY) {
      inMemory += bytes.length;
      return Block.of(bytes);
    }
    RandomAccessFile there = file;
    if (there == null) {
      path = Files.createTempFile("group", ".tmp");
      there = new RandomAccessFile(path.toFile(), "rw");
      file = there;
    }
    long offset = end;
    there.seek(offset);
    there.write(bytes);
    end += bytes.length;
    return new Block(null, offset, bytes.length);
  }

  /** The bytes of a block that was kept here. */
  byte[] read(Block block) throws IOException {
    byte[] held = block.bytes();
    if (held != null) {
      return held;
    }
    byte[] bytes = new byte[block.length()];
    synchronized (this) {
      RandomAccessFile there = file;
      if (there == null) {
        throw new IOException("a group was kept by another process");
      }
      there.seek(block.offset());
      there.readFully(bytes);
    }
    return bytes;
  }

  private synchronized void delete() {
    try {
      if (file != null) {
        file.close();
      }
      if (path != null) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
