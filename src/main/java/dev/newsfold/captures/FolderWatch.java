package dev.newsfold.captures;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Watches folders for files that are new or have been replaced, and are settled: whose size and
 * time of change were the same on two looks, {@code settle} or more apart. A file whose bytes are
 * those that were read before is not read again, whatever its time. A time in whole seconds, as S3
 * tells it, stands for all of that second: such a file takes a second at least to settle, or a
 * change within it would not show.
 *
 * <p>Several watches may share the files of one folder: each takes those whose path falls to it. A
 * watch keeps a mark for each of its files that is still there, and for no other.
 *
 * <p>Files that a batch would skip (hidden, temporary, special) are passed over.
 */
public final class FolderWatch {
  /**
   * What is known of a file.
   *
   * @param size in bytes, when it was looked at last
   * @param changed time of its last change, in milliseconds since 1970
   * @param since when it was first seen with this size and time, in milliseconds since 1970
   * @param read whether it was read as it is now
   * @param digest SHA-256 of what was read of it last; null if nothing was
   */
  public record Mark(long size, long changed, long since, boolean read, @Nullable String digest) {
    private boolean looksLike(Mark other) {
      return size == other.size && changed == other.changed;
    }

    private Mark after(Mark known) {
      return looksLike(known) ? known : new Mark(size, changed, since, false, known.digest);
    }

    private Mark read(String digestNow) {
      return new Mark(size, changed, since, true, digestNow);
    }
  }

  private static final long SECOND = 1000;

  /** A file that cannot be read on so many looks is broken. */
  private static final int MAX_FAILURES = 3;

  private record Candidate(InputFileRef file, Mark mark) {}

  private final InputLister lister;
  private final InputOpener opener;
  private final List<String> inputs;
  private final Duration settle;
  private final int share;
  private final int shares;
  private final TreeMap<String, Mark> marks;
  private final Deque<Candidate> settled = new ArrayDeque<>();

  /** How often each settled file could not be read so far. */
  private final Map<String, Integer> failures = new HashMap<>();

  /**
   * @param lister of the folders; one that is gone it may take for an empty one
   * @param opener of their files
   * @param share which part of the files this watch takes, from 0
   * @param shares how many watches there are
   * @param marks as {@link #marks} returned them; empty at first
   */
  public FolderWatch(
      InputLister lister,
      InputOpener opener,
      List<String> inputs,
      Duration settle,
      int share,
      int shares,
      Map<String, Mark> marks) {
    this.lister = lister;
    this.opener = opener;
    this.inputs = List.copyOf(inputs);
    this.settle = settle;
    this.share = share;
    this.shares = shares;
    this.marks = new TreeMap<>(marks);
  }

  /**
   * Looks at the folders. What has settled is then to be asked for with {@link #next}.
   *
   * @throws IOException if the folders cannot be listed; nothing is changed then
   */
  public void look(Instant now) throws IOException {
    List<InputEntry> files = new ArrayList<>();
    try (Stream<InputEntry> entries = lister.list(inputs)) {
      for (Iterator<InputEntry> all = entries.iterator(); all.hasNext(); ) {
        InputEntry entry = all.next();
        String path = entry.file().path();
        if (entry.skip() == null && Math.floorMod(path.hashCode(), shares) == share) {
          files.add(entry);
        }
      }
    }
    settled.clear();
    failures.keySet().retainAll(files.stream().map(entry -> entry.file().path()).toList());
    TreeMap<String, Mark> before = new TreeMap<>(marks);
    marks.clear();
    for (InputEntry entry : files) {
      InputFileRef file = entry.file();
      InputStamp stamp = lister.stamp(entry);
      if (stamp.isUnknown()) {
        // It went between the listing and this look; the next look will tell.
        continue;
      }
      Mark known = before.get(file.path());
      Mark seen = new Mark(stamp.size(), stamp.modified(), now.toEpochMilli(), false, null);
      Mark mark = known == null ? seen : seen.after(known);
      marks.put(file.path(), mark);
      if (!mark.read() && now.toEpochMilli() - mark.since() >= settleMillis(mark)) {
        settled.add(new Candidate(file, mark));
      }
    }
  }

  private long settleMillis(Mark mark) {
    long most = settle.toMillis();
    return mark.changed() % SECOND == 0 ? Math.max(most, SECOND) : most;
  }

  /** The next file to read, or nothing until the next look. */
  public Optional<InputFileRef> next() {
    for (Candidate at = settled.poll(); at != null; at = settled.poll()) {
      String digest = digest(at.file());
      if (digest == null) {
        continue;
      }
      failures.remove(at.file().path());
      marks.put(at.file().path(), at.mark().read(digest));
      if (!digest.equals(at.mark().digest())) {
        return Optional.of(at.file());
      }
    }
    return Optional.empty();
  }

  /**
   * Of a file that cannot be read, too: whoever reads it will reject it, once. A store that is away
   * for a while is given some looks to come back: null then.
   */
  private @Nullable String digest(InputFileRef file) {
    try {
      return InputStamp.sha256(file, opener);
    } catch (IOException e) {
      boolean last = failures.merge(file.path(), 1, Integer::sum) == MAX_FAILURES;
      return last || e instanceof AccessDeniedException ? "unreadable" : null;
    }
  }

  /** What to go on from, by path. */
  public Map<String, Mark> marks() {
    return Map.copyOf(marks);
  }
}
