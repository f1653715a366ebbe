package dev.newsfold.commands;

import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.Manifests;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * The Avro files of a run's output folder, by dataset: those that its {@code run.json} names, or
 * all below it if there is none.
 */
final class RunFolder {
  private final OutputFolder root;
  private Optional<RunManifest> manifest = Optional.empty();
  private final SortedMap<String, List<RunFile>> datasets = new TreeMap<>();

  private RunFolder(OutputFolder root) {
    this.root = root;
  }

  /** The run that a manifest tells of, published or not. */
  static RunFolder of(OutputFolder output, RunManifest manifest) throws CommandFailure {
    RunFolder run = new RunFolder(output);
    try {
      run.add(manifest);
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.unreadable(
          "cannot read the manifest of " + output.address() + ": " + e.getMessage());
    }
    run.datasets.values().forEach(Collections::sort);
    return run;
  }

  static RunFolder open(String path) throws CommandFailure {
    RunFolder run = new RunFolder(folder(path));
    run.readFiles();
    if (run.datasets.isEmpty()) {
      throw CommandFailure.noInput("there are no records in " + path);
    }
    run.datasets.values().forEach(Collections::sort);
    return run;
  }

  /** The same for what must be a run: a folder with a {@code run.json}. */
  static RunFolder ofManifest(String path) throws CommandFailure {
    RunFolder run = open(path);
    if (run.manifest.isEmpty()) {
      throw CommandFailure.noInput("there is no run in " + path + ": it has no run.json");
    }
    return run;
  }

  private static OutputFolder folder(String path) throws CommandFailure {
    if (StoreFolders.isStore(path)) {
      return StoreFolders.of(path);
    }
    Path local = AvroPaths.path(path);
    if (!Files.isDirectory(local)) {
      throw CommandFailure.noInput("there is no run in " + path);
    }
    return new LocalFolder(local);
  }

  /** Runs, each of which must be named once. */
  static List<RunFolder> each(List<String> paths) throws CommandFailure {
    List<RunFolder> runs = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    for (String path : paths) {
      RunFolder run = ofManifest(path);
      String before = named.put(run.place(), path);
      if (before != null) {
        throw CommandFailure.badUsage(
            before.equals(path)
                ? path + " is named twice"
                : before + " and " + path + " are the same run; name it once");
      }
      runs.add(run);
    }
    return runs;
  }

  /** Where it lies, told in one way whatever way it was named. */
  String place() {
    return root.place();
  }

  /** The folder of the run that a folder of this machine is, or lies in; null if it is in none. */
  static @Nullable Path around(Path folder) {
    Path run = folder;
    while (run != null && !Files.exists(run.resolve(Manifests.COPY))) {
      run = run.getParent();
    }
    return run;
  }

  /** Names of the datasets that have files. */
  SortedMap<String, List<RunFile>> datasets() {
    return Collections.unmodifiableSortedMap(datasets);
  }

  List<RunFile> files(String dataset) {
    return datasets.getOrDefault(dataset, List.of());
  }

  /** Takes a record, and the folder that it lies in below its dataset's; says whether to go on. */
  @FunctionalInterface
  interface Taker {
    boolean take(String partition, GenericRecord record) throws CommandFailure, IOException;
  }

  /** Hands on the records of a dataset as they were written, until no more are wanted: false. */
  boolean forEachUntil(String dataset, Taker taker) throws CommandFailure, IOException {
    for (RunFile path : files(dataset)) {
      String partition = partition(path);
      try (AvroFile file = AvroFile.open(path)) {
        while (file.hasNext()) {
          if (!taker.take(partition, file.next())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Which records of a dataset count. */
  LatestRevisions latest(String dataset) throws CommandFailure {
    DatasetShape shape = DatasetShape.of(dataset);
    return isRevised() ? LatestRevisions.of(shape, files(dataset)) : LatestRevisions.all(shape);
  }

  /** Whether records may have several revisions, or say that something is no more. */
  boolean isRevised() {
    return manifest.isPresent() && hasRevisions(manifest.get());
  }

  private static boolean hasRevisions(RunManifest run) {
    return "stream".equals(run.job())
        || !run.runsByDay().isEmpty()
        || Optional.ofNullable(run.options()).map(o -> o.containsKey("history")).orElse(false);
  }

  /** The job and the id that {@code run.json} states. */
  ExportManifest.Run name() {
    return new ExportManifest.Run(
        manifest.map(RunManifest::job).orElse(""), manifest.map(RunManifest::runId).orElse(""));
  }

  /** The folder of a file below that of its dataset, as {@code day=undated}. */
  String partition(RunFile file) {
    int first = file.name().indexOf('/');
    int last = file.name().lastIndexOf('/');
    return last > first ? file.name().substring(first + 1, last) : "";
  }

  @Override
  public String toString() {
    return root.address();
  }

  private void readFiles() throws CommandFailure {
    try {
      Optional<RunManifest> published = RunManifest.read(root);
      if (published.isPresent()) {
        add(published.get());
      } else {
        findFiles();
      }
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.unreadable(
          "cannot read run.json in " + root.address() + ": " + e.getMessage());
    }
  }

  private void add(RunManifest run) throws IOException {
    manifest = Optional.of(run);
    for (RunManifest.DataFile file : run.files()) {
      add(file.dataset(), new RunFile(root, RunLayout.listed(file.path())));
    }
  }

  private void findFiles() throws CommandFailure {
    for (RunFile file : AvroPaths.below(root)) {
      int slash = file.name().indexOf('/');
      add(slash > 0 ? file.name().substring(0, slash) : "records", file);
    }
  }

  private void add(String dataset, RunFile file) {
    datasets.computeIfAbsent(dataset, none -> new ArrayList<>()).add(file);
  }
}
