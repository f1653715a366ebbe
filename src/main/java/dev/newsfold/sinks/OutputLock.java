package dev.newsfold.sinks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds an output folder for one run. The operating system drops the lock when the process ends,
 * however it ends; the empty file stays.
 */
public final class OutputLock implements Closeable {
  private final FileChannel channel;

  private OutputLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, or nothing if another run holds it. */
  public static Optional<OutputLock> take(RunLayout layout) throws IOException {
    return take(layout, layout.lock());
  }

  /**
   * Takes the lock of those who launch streams, or nothing if another stream goes on. A stream
   * itself takes the other one, each time it publishes.
   */
  public static Optional<OutputLock> takeForStream(RunLayout layout) throws IOException {
    return take(layout, layout.streamLock());
  }

  private static Optional<OutputLock> take(RunLayout layout, Path file) throws IOException {
    Files.createDirectories(layout.output());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another run of this very process holds it: the same answer.
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new OutputLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
