package dev.newsfold.report;

import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.Revisions;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.sinks.Wanted;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * The records of the files that a manifest lists, in the order of the files' paths, without those
 * that say that something is no more.
 */
public final class ListedRecords implements RunRecords {
  private final OutputFolder output;
  private final List<RunManifest.DataFile> files;

  /**
   * Of these files.
   *
   * @param output the folder that their paths are below
   */
  public ListedRecords(OutputFolder output, List<RunManifest.DataFile> files) {
    this.output = output;
    this.files = sorted(files);
  }

  /** Files in the order in which they are read. */
  static List<RunManifest.DataFile> sorted(List<RunManifest.DataFile> files) {
    return files.stream().sorted(Comparator.comparing(RunManifest.DataFile::path)).toList();
  }

  @Override
  public SortedMap<String, Long> counts() {
    return counts(files);
  }

  static SortedMap<String, Long> counts(List<RunManifest.DataFile> files) {
    SortedMap<String, Long> counts = new TreeMap<>();
    RunManifest.countsOf(files).forEach((name, count) -> counts.put(name, count.records()));
    return counts;
  }

  @Override
  public <T extends SpecificRecord> void forEachBlock(
      Dataset dataset, Class<T> type, Taker<List<T>> taker) throws IOException {
    ReadAhead.forEach(
        files.stream()
            .filter(file -> file.dataset().equals(dataset.folder()))
            .map(file -> source(output, file, dataset, type, Wanted.ALL))
            .toList(),
        taker);
  }

  /** The wanted records of a file, a block of the file at a time. */
  static <T extends SpecificRecord> Feed.Source<List<T>> source(
      OutputFolder output,
      RunManifest.DataFile file,
      Dataset dataset,
      Class<T> type,
      Wanted wanted) {
    return sink ->
        AvroFiles.readBlocks(
            output,
            file,
            dataset.schema(),
            new SpecificDatumReader<>(type),
            wanted,
            records -> {
              records.removeIf(Revisions::isWithdrawn);
              sink.accept(records);
            });
  }
}
