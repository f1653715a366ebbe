package dev.newsfold.report;

import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The records that count of an output that writes anew what has changed, as a stream does: of each
 * thing the highest revision, unless that says that the thing is no more. A dataset is read once
 * more to learn which these are.
 */
public final class LatestRecords implements RunRecords {
  private static final int HEX = 16;

  private final ListedRecords all;
  private final Map<Dataset, Ranks> ranks = new EnumMap<>(Dataset.class);

  /**
   * Of the files that a manifest lists.
   *
   * @param output the folder that their paths are below
   */
  public LatestRecords(OutputFolder output, List<RunManifest.DataFile> files) {
    all = ListedRecords.withWithdrawn(output, files);
  }

  @Override
  public SortedMap<String, Long> counts() throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>(all.counts());
    for (Dataset dataset : Dataset.values()) {
      if (isRevised(dataset) && counts.containsKey(dataset.folder())) {
        counts.put(dataset.folder(), ranks(dataset).even());
      }
    }
    return counts;
  }

  @Override
  public <T extends SpecificRecord> void forEach(Dataset dataset, Class<T> type, Consumer<T> sink)
      throws IOException {
    if (!isRevised(dataset)) {
      all.forEach(dataset, type, sink);
      return;
    }
    Ranks known = ranks(dataset);
    all.forEach(
        dataset,
        type,
        item -> {
          int rank = rank(item);
          if (rank % 2 == 0 && known.of(key(dataset, item)) == rank) {
            sink.accept(item);
          }
        });
  }

  private Ranks ranks(Dataset dataset) throws IOException {
    Ranks known = ranks.get(dataset);
    if (known == null) {
      Ranks counted = new Ranks();
      all.forEach(dataset, type(dataset), item -> counted.raise(key(dataset, item), rank(item)));
      ranks.put(dataset, counted);
      known = counted;
    }
    return known;
  }

  @SuppressWarnings("unchecked") // the datasets' schemas are those of generated records
  private static Class<SpecificRecord> type(Dataset dataset) {
    return (Class<SpecificRecord>) SpecificData.get().getClass(dataset.schema());
  }

  private static boolean isRevised(Dataset dataset) {
    return !dataset.keyFields().isEmpty() && dataset.schema().getField("revision") != null;
  }

  private static long key(Dataset dataset, SpecificRecord item) {
    return Long.parseUnsignedLong(Revisions.keyOf(dataset, item).substring(0, HEX), HEX);
  }

  /** Higher with the revision; even for what stands, odd for what is no more. */
  private static int rank(SpecificRecord item) {
    return 2 * Revisions.revisionOf(item) + (Revisions.isWithdrawn(item) ? 3 : 2);
  }
}
