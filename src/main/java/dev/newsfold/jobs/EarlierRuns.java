package dev.newsfold.jobs;

import dev.newsfold.flow.History;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what earlier runs have left: the files that their {@code run.json} lists, no others. */
final class EarlierRuns {
  private EarlierRuns() {}

  /** The folders that {@code --history} names. */
  static List<OutputFolder> folders(NewsfoldOptions options) throws JobException {
    List<String> given = options.getHistory();
    List<OutputFolder> folders = new ArrayList<>();
    for (String folder : given == null ? List.<String>of() : given) {
      folders.add(Outputs.of("history", folder, options));
    }
    return folders;
  }

  /**
   * The files of {@code folders}, the oldest first.
   *
   * @throws JobException if one holds no run, or is the output folder itself, or if one that
   *     another goes on from is not among them
   */
  static List<HistoryFile> files(List<OutputFolder> folders, OutputFolder output)
      throws IOException, JobException {
    List<HistoryFile> files = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (OutputFolder folder : folders) {
      if (!named.add(folder.place())) {
        throw new JobException(ExitCode.USAGE, "--history names a run twice: " + folder.address());
      }
      if (folder.place().equals(output.place())) {
        throw new JobException(
            ExitCode.USAGE,
            "--history is the output folder itself, which the run replaces: " + folder.address());
      }
      Optional<RunManifest> manifest = RunManifest.read(folder);
      if (manifest.isEmpty()) {
        throw new JobException(ExitCode.NO_INPUT, "--history holds no run: " + folder.address());
      }
      refuseGap(folder, manifest.get(), folders.indexOf(folder));
      files.addAll(files(folder, manifest.get().files(), folders.indexOf(folder)));
    }
    return files;
  }

  /**
   * A run wrote only what it changed of those before it, and bears their number as its name:
   * without them, records are missing, and the run that is to come would take that name again. They
   * are counted and not compared, since an output may have been moved meanwhile.
   *
   * @param before how many are named ahead of it
   */
  private static void refuseGap(OutputFolder folder, RunManifest manifest, int before)
      throws JobException {
    String history = manifest.options().get("history");
    int wanted = history == null ? 0 : PathList.split(history).size();
    if (before < wanted) {
      throw new JobException(
          ExitCode.USAGE,
          "--history lacks what "
              + folder.address()
              + " goes on from; name that ahead of it, too: "
              + history);
    }
  }

  /** Files of one output. */
  static List<HistoryFile> files(OutputFolder folder, List<RunManifest.DataFile> files, int place) {
    return files.stream()
        .map(
            file ->
                HistoryFile.newBuilder()
                    .setPath(folder.address() + '/' + file.path())
                    .setDataset(file.dataset())
                    .setPlace(place)
                    .build())
        .toList();
  }

  /**
   * Files of the output that is being written.
   *
   * @param replaced the run whose own files are left out
   */
  static List<HistoryFile> own(OutputFolder output, RunManifest manifest, String replaced) {
    List<RunManifest.DataFile> kept =
        manifest.files().stream().filter(file -> !replaced.equals(file.run())).toList();
    return files(output, kept, History.OWN);
  }
}
