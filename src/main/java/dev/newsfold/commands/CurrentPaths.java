package dev.newsfold.commands;

import dev.newsfold.captures.RealPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * Runs, or folders in runs, whose records that count are wanted. Which do, the whole run tells: a
 * record may have been written anew in another folder. A run of which several folders are wanted is
 * one run.
 */
final class CurrentPaths {
  private static final String ALL = "";

  private final List<RunFolder> runs;
  private final List<List<String>> folders;

  private CurrentPaths(List<RunFolder> runs, List<List<String>> folders) {
    this.runs = runs;
    this.folders = folders;
  }

  /**
   * Of runs, oldest first.
   *
   * @param paths each of a run, or of a folder in one, as {@code out/articles/day=2020-09-25}
   */
  static CurrentPaths of(List<String> paths) throws CommandFailure {
    Map<String, RunFolder> runs = new LinkedHashMap<>();
    Map<String, List<String>> folders = new LinkedHashMap<>();
    for (String text : paths) {
      RunFolder run;
      String folder = ALL;
      if (StoreFolders.isStore(text)) {
        run = RunFolder.ofManifest(text);
      } else {
        Path path = RealPath.of(folder(text));
        Path root = RunFolder.around(path);
        if (root == null) {
          throw CommandFailure.noInput("there is no run in " + text + ": it has no run.json");
        }
        run = RunFolder.ofManifest(root.toString());
        folder = root.relativize(path).toString().replace('\\', '/');
      }
      runs.putIfAbsent(run.place(), run);
      folders.computeIfAbsent(run.place(), none -> new ArrayList<>()).add(folder);
    }
    CurrentPaths current =
        new CurrentPaths(List.copyOf(runs.values()), List.copyOf(folders.values()));
    if (current.files().isEmpty()) {
      throw CommandFailure.noInput("no records in " + String.join(", ", paths));
    }
    return current;
  }

  private static Path folder(String text) throws CommandFailure {
    Path path = AvroPaths.path(text);
    if (Files.isRegularFile(path)) {
      throw CommandFailure.badUsage(
          text + " is a file; which of its records count, its run tells: name that, or a folder");
    }
    if (AvroPaths.isGlob(text)) {
      throw CommandFailure.badUsage("--current takes runs and folders in them, no glob: " + text);
    }
    if (!Files.exists(path)) {
      throw CommandFailure.noInput("there is no " + text);
    }
    return path;
  }

  /** The files that are wanted, in the order of their runs. */
  List<RunFile> files() {
    List<RunFile> files = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      for (Map.Entry<String, List<RunFile>> dataset : runs.get(run).datasets().entrySet()) {
        for (RunFile file : dataset.getValue()) {
          if (isIn(run, dataset.getKey(), runs.get(run).partition(file))) {
            files.add(file);
          }
        }
      }
    }
    return files;
  }

  /** Takes a record; says whether it takes more. */
  @FunctionalInterface
  interface Sink {
    boolean take(GenericRecord record) throws CommandFailure, IOException;
  }

  /** Hands on the records that count, dataset by dataset. */
  void forEach(Sink sink) throws CommandFailure, IOException {
    CurrentRecords current = CurrentRecords.of(runs);
    for (String dataset : current.datasets()) {
      if (folders.stream().flatMap(List::stream).anyMatch(folder -> touches(folder, dataset))) {
        boolean goesOn =
            current.forEachUntil(
                dataset,
                (run, partition, record) -> !isIn(run, dataset, partition) || sink.take(record));
        if (!goesOn) {
          return;
        }
      }
    }
  }

  private static boolean touches(String folder, String dataset) {
    return folder.isEmpty() || (folder + '/').startsWith(dataset + '/');
  }

  private boolean isIn(int run, String dataset, String partition) {
    return folders.get(run).stream()
        .anyMatch(
            folder ->
                folder.isEmpty() || (dataset + '/' + partition + '/').startsWith(folder + '/'));
  }
}
