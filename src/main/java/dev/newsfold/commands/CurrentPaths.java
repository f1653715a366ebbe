package dev.newsfold.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/**
 * Runs, or folders in runs, whose records that count are wanted. Which do, the whole run tells: a
 * record may have been written anew in another folder.
 */
final class CurrentPaths {
  private final List<RunFolder> runs;
  private final List<String> folders;

  private CurrentPaths(List<RunFolder> runs, List<String> folders) {
    this.runs = runs;
    this.folders = folders;
  }

  /**
   * Of runs, oldest first.
   *
   * @param paths each of a run, or of a folder in one, as {@code out/articles/day=2020-09-25}
   */
  static CurrentPaths of(List<String> paths) throws CommandFailure {
    List<RunFolder> runs = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    for (String text : paths) {
      if (StoreFolders.isStore(text)) {
        runs.add(RunFolder.ofManifest(text));
        folders.add("");
        continue;
      }
      Path path = AvroPaths.path(text).toAbsolutePath().normalize();
      Path run = path;
      while (run != null && !Files.exists(run.resolve("run.json"))) {
        run = run.getParent();
      }
      if (run == null) {
        throw CommandFailure.noInput("there is no run in " + text + ": it has no run.json");
      }
      runs.add(RunFolder.ofManifest(run.toString()));
      folders.add(run.relativize(path).toString().replace('\\', '/'));
    }
    return new CurrentPaths(runs, folders);
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
      if (folders.stream().anyMatch(folder -> (folder + '/').startsWith(dataset + '/'))
          || folders.contains("")) {
        boolean goesOn =
            current.forEachUntil(
                dataset,
                (run, partition, record) ->
                    !isIn(folders.get(run), dataset, partition) || sink.take(record));
        if (!goesOn) {
          return;
        }
      }
    }
  }

  private static boolean isIn(String folder, String dataset, String partition) {
    return folder.isEmpty() || (dataset + '/' + partition + '/').startsWith(folder + '/');
  }
}
