package dev.newsfold.sinks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The folder of a report while it is written anew. Its files go out some at a time, for on a store
 * each is a request to wait for. A page that has changed is put in its place at once, so that
 * readers see it as it was or as it is; one that has not is left alone. The first page comes last;
 * pages of the report before that are not in the new one are removed then.
 */
public final class ReportFolder implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final int BATCH = 256;

  private final OutputFolder folder;
  private final Set<String> before = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<Callable<Void>> waiting = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  /** The report's folder in {@code output}. */
  public ReportFolder(OutputFolder output) throws IOException {
    folder = output.below(RunLayout.REPORT_FOLDER);
    folder.list().forEach(entry -> before.add(entry.name()));
  }

  /** Takes a file that is not the first page. */
  public void put(String name, byte[] bytes) throws IOException {
    names.add(name);
    boolean replaces = before.contains(name);
    waiting.add(
        () -> {
          if (!replaces) {
            folder.fill(name, bytes);
          } else if (!Arrays.equals(folder.read(name), bytes)) {
            // Somebody may be reading it.
            folder.write(name, bytes);
          }
          return null;
        });
    if (waiting.size() >= BATCH) {
      flush();
    }
  }

  /** Puts the first page in its place, when all others are in theirs. */
  public void finish(String name, byte[] bytes) throws IOException {
    flush();
    folder.write(name, bytes);
    names.add(name);
    for (String old : before) {
      if (!names.contains(old)) {
        waiting.add(
            () -> {
              folder.delete(old);
              return null;
            });
      }
    }
    flush();
  }

  private void flush() throws IOException {
    try {
      for (Future<Void> done : threads.invokeAll(waiting)) {
        done.get();
      }
      waiting.clear();
    } catch (ExecutionException e) {
      throw new IOException("cannot write to " + folder.address() + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the report was written");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
