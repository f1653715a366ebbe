package dev.newsfold.commands;

import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Avro files of a run's output folder, by dataset: those that its {@code run.json} names, or
 * all below it if there is none.
 */
final class RunFolder {
  private final OutputFolder root;
  private boolean revised;
  private final SortedMap<String, List<RunFile>> datasets = new TreeMap<>();

  private RunFolder(OutputFolder root) {
    this.root = root;
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

  /** Names of the datasets that have files. */
  SortedMap<String, List<RunFile>> datasets() {
    return Collections.unmodifiableSortedMap(datasets);
  }

  List<RunFile> files(String dataset) {
    return datasets.getOrDefault(dataset, List.of());
  }

  /** Which records of a dataset count. */
  LatestRevisions latest(String dataset) throws CommandFailure {
    DatasetShape shape = DatasetShape.of(dataset);
    return revised ? LatestRevisions.of(shape, files(dataset)) : LatestRevisions.all(shape);
  }

  @Override
  public String toString() {
    return root.address();
  }

  private void readFiles() throws CommandFailure {
    try {
      Optional<RunManifest> run = RunManifest.read(root);
      if (run.isEmpty()) {
        findFiles();
        return;
      }
      revised = hasRevisions(run.get());
      for (RunManifest.DataFile file : run.get().files()) {
        add(file.dataset(), new RunFile(root, RunLayout.listed(file.path())));
      }
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.unreadable(
          "cannot read run.json in " + root.address() + ": " + e.getMessage());
    }
  }

  /** Whether records may have several revisions, or say that something is no more. */
  private static boolean hasRevisions(RunManifest run) {
    return "stream".equals(run.job())
        || !run.runsByDay().isEmpty()
        || Optional.ofNullable(run.options()).map(o -> o.containsKey("history")).orElse(false);
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
