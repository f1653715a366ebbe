package dev.newsfold.commands;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.newsfold.tables.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code export.json}: what an export holds, and of which runs. Nothing in it tells when it was
 * made, so that the same runs give the same export.
 *
 * @param runs oldest first
 * @param format of the files
 * @param current whether only the records that count are here
 * @param datasets records and files of each
 * @param files in the order of their paths
 */
@JsonPropertyOrder({"runs", "format", "current", "datasets", "files"})
record ExportManifest(
    List<Run> runs,
    String format,
    boolean current,
    SortedMap<String, Count> datasets,
    List<TableFile> files) {
  static final String NAME = "export.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A run, as its {@code run.json} names it. */
  record Run(String job, String runId) {}

  /** How much a dataset holds. */
  record Count(long records, long files) {}

  static ExportManifest of(List<Run> runs, String format, boolean current, List<TableFile> files) {
    SortedMap<String, Count> datasets = new TreeMap<>();
    for (TableFile file : files) {
      Count before = datasets.getOrDefault(file.dataset(), new Count(0, 0));
      datasets.put(
          file.dataset(), new Count(before.records() + file.records(), before.files() + 1));
    }
    return new ExportManifest(runs, format, current, datasets, files);
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(this) + '\n');
  }
}
