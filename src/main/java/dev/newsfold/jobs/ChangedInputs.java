package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputLister;
import dev.newsfold.captures.InputOpener;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.captures.Quantity;
import dev.newsfold.records.InputFile;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Input files that were changed while a run read them, or came after it had listed them: what the
 * run made of them is of an older state, or of none. Times of change, and of arrival, show which
 * may have; the size and the digest in the ledger, which have.
 */
final class ChangedInputs {
  /** More are a dump that something is still writing; the first tell that. */
  private static final int MOST = 1000;

  private static final int NAMED = 3;

  private final Map<String, InputEntry> touched = new TreeMap<>();
  private @Nullable Exception unlisted;

  private final InputLister files;
  private final InputOpener opener;

  private ChangedInputs(InputLister files, InputOpener opener) {
    this.files = files;
    this.opener = opener;
  }

  /**
   * Lists the inputs again. That they cannot be listed any more is one of the {@link #complaints}:
   * the run has read them.
   *
   * @param since files changed before it are as the run found them; milliseconds since 1970, by the
   *     clock that gives files their times
   */
  static ChangedInputs since(
      long since, List<String> inputs, InputLister files, InputOpener opener) {
    ChangedInputs changed = new ChangedInputs(files, opener);
    try (Stream<InputEntry> entries = files.list(inputs)) {
      Iterator<InputEntry> all = entries.iterator();
      while (all.hasNext() && changed.touched.size() < MOST) {
        InputEntry entry = all.next();
        if (entry.skip() == null
            && Math.max(files.stamp(entry).modified(), arrived(entry)) >= since) {
          changed.touched.put(entry.file().path(), entry);
        }
      }
    } catch (NoSuchFileException e) {
      // An input that is gone was read or rejected; the ledger says which.
    } catch (IOException | UncheckedIOException e) {
      changed.unlisted = e;
    }
    return changed;
  }

  /**
   * When a file came to its place: one that is moved there keeps its time of change, but not that
   * of its inode. Nought where that is not told; in a store the time of change tells it.
   */
  private static long arrived(InputEntry entry) {
    String location = entry.file().location();
    if (Stores.isStore(location)) {
      return 0;
    }
    try {
      return ((FileTime) Files.getAttribute(InputOpener.localPath(location), "unix:ctime"))
          .toMillis();
    } catch (IOException | UnsupportedOperationException e) {
      return 0;
    }
  }

  /** Whether no file was touched, so that there is nothing to look up. */
  boolean isEmpty() {
    return touched.isEmpty();
  }

  /** Takes in what the run has read of a file. */
  void account(InputFile row) {
    InputEntry entry = touched.get(row.getPath());
    if (entry != null && isAsRead(entry, row)) {
      touched.remove(row.getPath());
    }
  }

  private boolean isAsRead(InputEntry entry, InputFile row) {
    Long size = row.getSize();
    if (size == null) {
      // It could not be read to its end, of which there is a rejection.
      return true;
    }
    try {
      return size == files.stamp(entry).size()
          && InputStamp.sha256(entry.file(), opener).equals(row.getDigest());
    } catch (IOException e) {
      // It was read, and cannot be any more.
      return false;
    }
  }

  /** What to tell, a line each; none if the run has read all files as they are now. */
  List<String> complaints() {
    List<String> lines = new ArrayList<>();
    if (unlisted != null) {
      lines.add("whether inputs were changed while the run read them is not known: " + unlisted);
    }
    touched.keySet().stream()
        .limit(NAMED)
        .forEach(path -> lines.add(path + " was changed or added while the run read its inputs"));
    int others = touched.size() - NAMED;
    if (others > 0) {
      lines.add(
          "and so "
              + (touched.size() == MOST ? "were at least " : others == 1 ? "was " : "were ")
              + Quantity.of(others, "other file")
              + "; run it again once nothing writes to them");
    }
    return lines;
  }
}
