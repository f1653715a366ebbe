package dev.newsfold.jobs;

import dev.newsfold.flow.History;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what earlier runs have left: the files that their {@code run.json} lists, no others. */
final class EarlierRuns {
  private EarlierRuns() {}

  /** The folders that {@code --history} names. */
  static List<Path> folders(NewsfoldOptions options) {
    List<String> given = options.getHistory();
    return given == null
        ? List.of()
        : given.stream().map(folder -> Path.of(folder).toAbsolutePath().normalize()).toList();
  }

  /**
   * The files of {@code folders}, the oldest first.
   *
   * @throws JobException if one holds no run, or is the output folder itself
   */
  static List<HistoryFile> files(List<Path> folders, Path output) throws IOException, JobException {
    List<HistoryFile> files = new ArrayList<>();
    for (Path folder : folders) {
      if (folder.equals(output)) {
        throw new JobException(
            ExitCode.USAGE,
            "--history is the output folder itself, which the run replaces: " + folder);
      }
      Optional<RunManifest> manifest = RunManifest.read(new RunLayout(folder, "").manifest());
      if (manifest.isEmpty()) {
        throw new JobException(ExitCode.NO_INPUT, "--history holds no run: " + folder);
      }
      files.addAll(files(folder, manifest.get(), folders.indexOf(folder)));
    }
    return files;
  }

  /** The files of one output. */
  static List<HistoryFile> files(Path folder, RunManifest manifest, int place) {
    List<HistoryFile> files = new ArrayList<>();
    for (RunManifest.DataFile file : manifest.files()) {
      files.add(
          HistoryFile.newBuilder()
              .setPath(folder.resolve(file.path()).toString())
              .setDataset(file.dataset())
              .setPlace(place)
              .build());
    }
    return files;
  }

  /**
   * Files of the output that is being written.
   *
   * @param replaced the run whose own files are left out
   */
  static List<HistoryFile> own(Path output, RunManifest manifest, String replaced) {
    List<RunManifest.DataFile> kept =
        manifest.files().stream().filter(file -> !replaced.equals(file.run())).toList();
    return files(output, manifest.toBuilder().files(kept).build(), History.OWN);
  }
}
