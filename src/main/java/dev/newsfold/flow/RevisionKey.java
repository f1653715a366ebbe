package dev.newsfold.flow;

import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Revisions;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Keys by which the records of all datasets come together with what was written before. */
final class RevisionKey {
  /** Between the dataset and the digest of the record's key fields; in neither. */
  private static final char BETWEEN = '\t';

  private RevisionKey() {}

  static String of(Dataset dataset, SpecificRecord item) {
    return dataset.folder() + BETWEEN + Revisions.keyOf(dataset, item);
  }

  static String ofStory(String id) {
    return Dataset.STORIES.folder() + BETWEEN + Revisions.keyOf(List.of(id));
  }

  static Dataset datasetOf(String key) {
    return Dataset.in(key.substring(0, key.indexOf(BETWEEN)));
  }
}
