package dev.newsfold.commands;

import dev.newsfold.sinks.Revisions;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/**
 * Which records of a dataset count. A stream, or a run that goes on from a history, writes a record
 * anew whenever it changes, with a higher revision; of records that are the same thing the one with
 * the highest counts, unless it says that the thing has been withdrawn. In a batch every record
 * counts.
 */
final class LatestRevisions {
  private final DatasetShape shape;
  private final LongMap revisions;
  private final boolean all;

  private LatestRevisions(DatasetShape shape, LongMap revisions, boolean all) {
    this.shape = shape;
    this.revisions = revisions;
    this.all = all;
  }

  /** For a dataset of a batch. */
  static LatestRevisions all(DatasetShape shape) {
    return new LatestRevisions(shape, new LongMap(), true);
  }

  /** For a dataset of a stream: reads its files once, and keeps some 30 bytes a thing. */
  static LatestRevisions of(DatasetShape shape, List<RunFile> files) throws CommandFailure {
    if (shape.keys().isEmpty()) {
      return all(shape);
    }
    LongMap revisions = new LongMap();
    for (RunFile path : files) {
      try (AvroFile file = AvroFile.open(path)) {
        while (file.hasNext()) {
          GenericRecord record = file.next();
          long key = shape.key(record);
          // Counted from 1, since what the map does not hold is 0.
          revisions.add(key, Math.max(0, Revisions.revisionOf(record) + 1 - revisions.get(key)));
        }
      }
    }
    return new LatestRevisions(shape, revisions, false);
  }

  /** Whether a record counts. */
  boolean has(GenericRecord record) {
    return all
        || revisions.get(shape.key(record)) == Revisions.revisionOf(record) + 1
            && !Revisions.isWithdrawn(record);
  }
}
