package dev.newsfold.commands;

import dev.newsfold.sinks.Precedence;
import dev.newsfold.sinks.Precedences;
import dev.newsfold.sinks.Revisions;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/**
 * Which records of a dataset count. A stream, or a run that goes on from a history, writes a record
 * anew whenever it changes; of records that are the same thing one counts, by {@link Precedence},
 * unless it says that the thing has been withdrawn. In a batch every record counts.
 */
final class LatestRevisions {
  private final DatasetShape shape;
  private final Precedences known;
  private final boolean all;

  private LatestRevisions(DatasetShape shape, Precedences known, boolean all) {
    this.shape = shape;
    this.known = known;
    this.all = all;
  }

  /** For a dataset of a batch. */
  static LatestRevisions all(DatasetShape shape) {
    return new LatestRevisions(shape, new Precedences(), true);
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
    LatestRevisions latest = new LatestRevisions(shape, new Precedences(), false);
    latest.readAll(filesByRun, (key, record, rank) -> latest.known.add(key, rank));
    if (latest.known.hasTies()) {
      latest.readAll(filesByRun, latest::settle);
    }
    return latest;
  }

  @FunctionalInterface
  private interface Ranked {
    void take(long key, GenericRecord record, long rank);
  }

  private void readAll(List<List<RunFile>> filesByRun, Ranked sink) throws CommandFailure {
    for (int run = 0; run < filesByRun.size(); run++) {
      for (RunFile path : filesByRun.get(run)) {
        try (AvroFile file = AvroFile.open(path)) {
          while (file.hasNext()) {
            GenericRecord record = file.next();
            sink.take(shape.key(record), record, Precedence.rank(record, run));
          }
        }
      }
    }
  }

  private void settle(long key, GenericRecord record, long rank) {
    if (known.isTied(key, rank)) {
      known.settle(key, Precedence.digest(record));
    }
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
    return all
        || known.isFirst(
            shape.key(record), Precedence.rank(record, run), () -> Precedence.digest(record));
  }
}
