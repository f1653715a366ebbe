package dev.newsfold.report;

import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The records of the files that a manifest lists, in the order of the files' paths, without those
 * that say that something is no more.
 */
public final class ListedRecords implements RunRecords {
  /** Smaller files are read whole, which for many small ones costs less. */
  private static final long SMALL = 8 << 20;

  private final OutputFolder output;
  private final List<RunManifest.DataFile> files;
  private final boolean withWithdrawn;

  /**
   * Of these files.
   *
   * @param output the folder that their paths are below
   */
  public ListedRecords(OutputFolder output, List<RunManifest.DataFile> files) {
    this(output, files, false);
  }

  private ListedRecords(
      OutputFolder output, List<RunManifest.DataFile> files, boolean withWithdrawn) {
    this.output = output;
    this.withWithdrawn = withWithdrawn;
    this.files = files.stream().sorted(Comparator.comparing(RunManifest.DataFile::path)).toList();
  }

  /** The same with the records that say that something is no more. */
  static ListedRecords withWithdrawn(OutputFolder output, List<RunManifest.DataFile> files) {
    return new ListedRecords(output, files, true);
  }

  @Override
  public SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    RunManifest.countsOf(files).forEach((name, count) -> counts.put(name, count.records()));
    return counts;
  }

  @Override
  public <T extends SpecificRecord> void forEach(Dataset dataset, Class<T> type, Consumer<T> sink)
      throws IOException {
    Consumer<T> standing =
        item -> {
          if (withWithdrawn || !Revisions.isWithdrawn(item)) {
            sink.accept(item);
          }
        };
    for (RunManifest.DataFile file : files) {
      if (!file.dataset().equals(dataset.folder())) {
        continue;
      }
      if (file.bytes() <= SMALL) {
        AvroFiles.readFilled(output, List.of(file.path()), type, standing);
      } else {
        AvroFiles.read(output, file.path(), type, standing);
      }
    }
  }
}
