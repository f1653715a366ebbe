package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputLister;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.records.InputFile;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Precedence;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a launcher whether a stream has read what lies in the folders that it watches. What is
 * published cannot tell that: of a file that still settles, or waits for a busy worker, nothing is
 * said yet.
 */
final class UnreadInputs {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadInputs.class);

  private final InputLister lister;
  private final List<String> inputs;
  private final OutputFolder output;

  /** What the ledger says, of the files of it that were read so far. */
  private final Map<String, InputFile> rows = new HashMap<>();

  private final Set<String> ledgerFiles = new HashSet<>();

  /** What was there at the last look, by path; null if that could not be told. */
  private @Nullable Map<String, InputStamp> listed;

  /**
   * @param lister which takes folders that are gone for empty ones
   * @param inputs files, folders and globs; none is fine
   * @param output where the stream publishes its ledger
   */
  UnreadInputs(InputLister lister, List<String> inputs, OutputFolder output) {
    this.lister = lister;
    this.inputs = List.copyOf(inputs);
    this.output = output;
  }

  /** Looks at the folders, for {@link #none} to compare with. */
  void look() {
    try {
      listed = inputs.isEmpty() ? Map.of() : list();
    } catch (IOException e) {
      // A store that is away for a while may have anything in it.
      LOG.warn("cannot look for files: {}", e.toString());
      listed = null;
    }
  }

  /**
   * Looks again: whether nothing has come or changed since the last look, and the ledger has a row
   * for each file, of its size.
   */
  boolean none(RunManifest published) throws IOException {
    Map<String, InputStamp> before = listed;
    look();
    Map<String, InputStamp> now = listed;
    if (now == null || !now.equals(before)) {
      return false;
    }
    readLedger(published.whole(output));
    return now.values().stream().allMatch(this::isRead);
  }

  private boolean isRead(InputStamp stamp) {
    InputFile row = rows.get(stamp.path());
    // A file without a size could not be read, and is rejected.
    return row != null && (row.getSize() == null || row.getSize() == stamp.size());
  }

  private Map<String, InputStamp> list() throws IOException {
    Map<String, InputStamp> found = new HashMap<>();
    try (Stream<InputEntry> entries = lister.list(inputs)) {
      for (Iterator<InputEntry> all = entries.iterator(); all.hasNext(); ) {
        InputEntry entry = all.next();
        InputStamp stamp = lister.stamp(entry);
        if (entry.skip() == null && !stamp.isUnknown()) {
          found.put(stamp.path(), stamp);
        }
      }
    }
    return found;
  }

  private void readLedger(RunManifest published) throws IOException {
    List<RunManifest.DataFile> more =
        published.files().stream()
            .filter(file -> file.dataset().equals(Dataset.LEDGER.folder()))
            .filter(file -> !ledgerFiles.contains(file.path()))
            .toList();
    StagedRun.readAll(
        output,
        more,
        Dataset.LEDGER,
        InputFile.class,
        row -> rows.merge(row.getPath(), row, Precedence::first));
    more.forEach(file -> ledgerFiles.add(file.path()));
  }
}
