package dev.newsfold.sinks;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Holds an output folder for one run, so that another is told at once and not when it publishes. On
 * this machine the operating system drops the lock when the process ends, however it ends; the
 * empty file stays. A store has no locks: there it holds nothing, and {@link Manifests} decide.
 */
public final class OutputLock implements Closeable {
  private final Closeable held;

  private OutputLock(Closeable held) {
    this.held = held;
  }

  /** Takes the lock, or nothing if another run holds it. */
  public static Optional<OutputLock> take(RunLayout layout) throws IOException {
    return layout.output().lock(RunLayout.LOCK).map(OutputLock::new);
  }

  /**
   * Takes the lock of those who launch streams, or nothing if another stream goes on. A stream
   * itself takes the other one, each time it publishes.
   */
  public static Optional<OutputLock> takeForStream(RunLayout layout) throws IOException {
    return layout.output().lock(RunLayout.STREAM_LOCK).map(OutputLock::new);
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}
