package dev.newsfold.jobs;

import dev.newsfold.flow.History;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
   * @param options of the run that goes on from them
   * @param err to tell of runs that are not named by where they were
   * @throws JobException if one holds no run, is the output folder itself, comes ahead of one that
   *     it was folded onto, has its days in another zone, or goes on from one that is not among
   *     them
   */
  static List<HistoryFile> files(
      List<OutputFolder> folders, OutputFolder output, NewsfoldOptions options, PrintStream err)
      throws IOException, JobException {
    List<HistoryFile> files = new ArrayList<>();
    Set<String> named = new HashSet<>();
    Set<String> all = folders.stream().map(OutputFolder::place).collect(Collectors.toSet());
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
      refuseOtherZone(folder, manifest.get(), options);
      Bases bases = Bases.of(manifest.get());
      for (OutputFolder older : bases.folders(options)) {
        if (named.contains(older.place())) {
          continue;
        }
        if (all.contains(older.place())) {
          throw new JobException(
              ExitCode.USAGE,
              "--history names the oldest run first: %s was folded onto %s"
                  .formatted(folder.address(), older.address()));
        }
        err.println(
            "newsfold: %s was folded onto %s, which --history does not name: if it was not moved, what stands there alone is missing from this run"
                .formatted(folder.address(), older.address()));
      }
      int place = folders.indexOf(folder);
      refuseGap(folder, bases, place);
      files.addAll(files(folder, manifest.get().files(), place));
    }
    return files;
  }

  /** Days of two zones would stand side by side: what is not changed is not written again. */
  private static void refuseOtherZone(
      OutputFolder folder, RunManifest manifest, NewsfoldOptions options) throws JobException {
    String then = manifest.options().get("zone");
    if (then != null && !then.equals(options.getZone())) {
      throw new JobException(
          ExitCode.USAGE,
          "--history=%s was made with --zone=%s, this run has %s: a history stays in its zone"
              .formatted(folder.address(), then, options.getZone()));
    }
  }

  /**
   * What a run was folded onto.
   *
   * @param flag its {@code --history}, to be told
   */
  private record Bases(String flag, List<String> paths) {
    static Bases of(RunManifest manifest) {
      String flag = manifest.options().get("history");
      return flag == null ? new Bases("", List.of()) : new Bases(flag, PathList.split(flag));
    }

    /** Those whose folder is known: a relative path was named from a folder unknown. */
    List<OutputFolder> folders(NewsfoldOptions options) throws JobException {
      List<OutputFolder> folders = new ArrayList<>();
      for (String path : paths) {
        if (Stores.isStore(path) || path.startsWith("/")) {
          folders.add(Outputs.of("history", path, options));
        }
      }
      return folders;
    }
  }

  /**
   * A run wrote only what it changed of those before it, and bears their number as its name:
   * without them, records are missing, and the run that is to come would take that name again. They
   * are counted and not compared, since an output may have been moved meanwhile.
   *
   * @param before how many are named ahead of it
   */
  private static void refuseGap(OutputFolder folder, Bases bases, int before) throws JobException {
    if (before < bases.paths().size()) {
      throw new JobException(
          ExitCode.USAGE,
          "--history lacks what "
              + folder.address()
              + " goes on from; name that ahead of it, too: "
              + bases.flag());
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
