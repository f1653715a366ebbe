package dev.newsfold.commands;

import dev.newsfold.sinks.Revisions;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/**
 * Which records of a dataset count. A stream, or a run that goes on from a history, writes a record
 * anew whenever it changes, with a higher revision; of records that are the same thing the one with
 * the highest counts, unless it says that the thing has been withdrawn. Of several runs, the later
 * one counts where revisions are the same. In a batch every record counts.
 */
final class LatestRevisions {
  private final DatasetShape shape;
  private final LongMap ranks;
  private final int runs;
  private final boolean all;

  private LatestRevisions(DatasetShape shape, LongMap ranks, int runs, boolean all) {
    this.shape = shape;
    this.ranks = ranks;
    this.runs = runs;
    this.all = all;
  }

  /** For a dataset of a batch. */
  static LatestRevisions all(DatasetShape shape) {
    return new LatestRevisions(shape, new LongMap(), 1, true);
  }

  /** For a dataset of a stream: reads its files once, and keeps some 30 bytes a thing. */
  static LatestRevisions of(DatasetShape shape, List<RunFile> files) throws CommandFailure {
    return ofRuns(shape, List.of(files));
  }

  /** The same for a dataset of several runs, each with its files, oldest first. */
  static LatestRevisions ofRuns(DatasetShape shape, List<List<RunFile>> filesByRun)
      throws CommandFailure {
    if (shape.keys().isEmpty()) {
      return all(shape);
    }
    LatestRevisions latest = new LatestRevisions(shape, new LongMap(), filesByRun.size(), false);
    for (int run = 0; run < filesByRun.size(); run++) {
      for (RunFile path : filesByRun.get(run)) {
        try (AvroFile file = AvroFile.open(path)) {
          while (file.hasNext()) {
            latest.see(file.next(), run);
          }
        }
      }
    }
    return latest;
  }

  private void see(GenericRecord record, int run) {
    long key = shape.key(record);
    ranks.add(key, Math.max(0, rank(record, run) - ranks.get(key)));
  }

  /** Counted from 1, since what the map does not hold is 0. */
  private long rank(GenericRecord record, int run) {
    return (long) Revisions.revisionOf(record) * runs + run + 1;
  }

  /** Whether a record of the only run counts. */
  boolean has(GenericRecord record) {
    return has(record, 0);
  }

  /** Whether a record counts that a run has, the oldest being 0. */
  boolean has(GenericRecord record, int run) {
    return isLatest(record, run) && (all || !Revisions.isWithdrawn(record));
  }

  /** The same for what may say that a thing has been withdrawn. */
  boolean isLatest(GenericRecord record, int run) {
    return all || ranks.get(shape.key(record)) == rank(record, run);
  }
}
