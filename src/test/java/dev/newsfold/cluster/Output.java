package dev.newsfold.cluster;

import dev.newsfold.CurrentRecords;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The records that a reader of an output folder finds, and how often each. */
public record Output(Map<String, Integer> records) {

  /** Reads every record of the files that {@code run.json} lists. */
  static Output read(Path folder) throws IOException {
    Map<String, Integer> records = new TreeMap<>();
    forEach(folder, (dataset, item) -> count(dataset, item, records));
    return new Output(records);
  }

  /** Hands on every record of the files that {@code run.json} lists. */
  static void forEach(Path folder, BiConsumer<Dataset, SpecificRecord> sink) throws IOException {
    for (RunManifest.DataFile file : manifest(folder).files()) {
      Dataset dataset = dataset(file);
      Class<?> type = SpecificData.get().getClass(dataset.schema());
      AvroFiles.read(
          folder.resolve(file.path()),
          type.asSubclass(SpecificRecord.class),
          item -> sink.accept(dataset, item));
    }
  }

  static void count(Dataset dataset, SpecificRecord item, Map<String, Integer> records) {
    String text = CurrentRecords.text((GenericRecord) item);
    records.merge(dataset.folder() + ": " + text, 1, Integer::sum);
  }

  /** Whether the folder shows no run to a reader. */
  static boolean isUnpublished(Path folder) {
    return !Files.exists(folder.resolve("run.json"));
  }

  /** The data files and staging folders that no reader is told of. */
  public static Set<String> litter(Path folder) throws IOException {
    Set<String> litter = new TreeSet<>();
    Set<String> listed =
        isUnpublished(folder)
            ? Set.of()
            : manifest(folder).files().stream()
                .map(RunManifest.DataFile::path)
                .collect(Collectors.toSet());
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .filter(path -> path.endsWith(".avro") || path.startsWith(".staging"))
          .filter(path -> !listed.contains(path))
          .forEach(litter::add);
    }
    return litter;
  }

  /** How many of our records {@code other} lacks. */
  int lostIn(Output other) {
    return records.entrySet().stream()
        .mapToInt(
            entry -> Math.max(0, entry.getValue() - other.records.getOrDefault(entry.getKey(), 0)))
        .sum();
  }

  /** What is in {@code other} and not here, or more often there: for the message of a failure. */
  String differenceTo(Output other) {
    Set<String> all = new TreeSet<>(records.keySet());
    all.addAll(other.records.keySet());
    return all.stream()
        .filter(item -> !records.getOrDefault(item, 0).equals(other.records.getOrDefault(item, 0)))
        .limit(6)
        .map(
            item ->
                records.getOrDefault(item, 0)
                    + " -> "
                    + other.records.getOrDefault(item, 0)
                    + "  "
                    + item.substring(0, Math.min(400, item.length())))
        .collect(Collectors.joining("\n"));
  }

  static RunManifest manifest(Path folder) throws IOException {
    return RunManifest.read(folder).orElseThrow(() -> new IOException("no run.json in " + folder));
  }

  private static Dataset dataset(RunManifest.DataFile file) throws IOException {
    return Stream.of(Dataset.values())
        .filter(dataset -> dataset.folder().equals(file.dataset()))
        .findFirst()
        .orElseThrow(() -> new IOException("no dataset is called " + file.dataset()));
  }
}
