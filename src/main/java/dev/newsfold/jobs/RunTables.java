package dev.newsfold.jobs;

import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.sinks.RunManifest.DataFile;
import dev.newsfold.tables.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The Parquet files that a run writes beside its Avro files. They are in place before the run is
 * published, and its manifest lists them.
 */
final class RunTables {
  private final boolean wanted;
  private final long targetBytes;

  private RunTables(boolean wanted, long targetBytes) {
    this.wanted = wanted;
    this.targetBytes = targetBytes;
  }

  /**
   * What {@code --format} asks for.
   *
   * @throws JobException USAGE if it asks for what there is not
   */
  static RunTables of(OutputOptions options) throws JobException {
    Set<String> formats = new TreeSet<>();
    Arrays.stream(options.getFormat().split(",", -1)).map(String::strip).forEach(formats::add);
    if (formats.equals(Set.of("parquet"))) {
      throw new JobException(
          ExitCode.USAGE,
          "--format=parquet alone is not written: cat, diff, why, --history and the report read a"
              + " run's Avro files; --format=avro,parquet writes both");
    }
    if (!formats.contains("avro") || !Set.of("avro", "parquet").containsAll(formats)) {
      throw new JobException(
          ExitCode.USAGE, "--format is avro, or avro,parquet, not " + options.getFormat());
    }
    return new RunTables(formats.contains("parquet"), options.getTargetBytes());
  }

  /** Refuses what only a batch writes. */
  static void refuseInStream(OutputOptions options) throws JobException {
    if (of(options).wanted) {
      throw new JobException(
          ExitCode.USAGE,
          "a stream writes Avro alone: pipelines/run export makes Parquet of what it has published");
    }
  }

  /**
   * The manifest with the tables of its records, which are in their places then.
   *
   * @param manifest that is about to be published
   */
  RunManifest addTo(RunManifest manifest, OutputFolder output, TableMaker maker)
      throws IOException {
    if (!wanted) {
      return manifest;
    }
    List<DataFile> tables = new ArrayList<>();
    Path scratch = Files.createTempDirectory("tables");
    try {
      maker.make(
          output,
          manifest,
          TableFormat.PARQUET,
          targetBytes,
          scratch,
          (file, table) -> {
            String path = RunLayout.tableFile(table.path(), table.sha256());
            output.fill(path, file);
            tables.add(
                new DataFile(
                    path,
                    table.dataset(),
                    null,
                    table.records(),
                    0,
                    table.bytes(),
                    table.sha256()));
          });
    } finally {
      delete(scratch);
    }
    return manifest.toBuilder().tables(tables).build();
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
