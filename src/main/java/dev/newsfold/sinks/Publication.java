package dev.newsfold.sinks;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a finished run visible, all or nothing.
 *
 * <p>Data files lie in their places already, named by their content, so that the files of two runs
 * never stand in each other's way; readers see none that the newest manifest does not list. They
 * are forced to disk, and then {@link Manifests} makes the next manifest, which is the moment at
 * which the new run exists. Only then are files removed that it does not list. Killed before that
 * moment, the old run stands; killed after it, the new one does, with some litter that a later run
 * removes.
 */
public final class Publication {
  private Publication() {}

  /**
   * Commits to the files of {@code manifest}.
   *
   * @param before the manifest that this one goes on from, or replaces
   * @param written those of its files that this run has written
   * @return false if another run was published meanwhile: this one shows nothing
   */
  public static boolean publish(
      RunLayout layout,
      Manifests.Newest before,
      RunManifest manifest,
      List<RunManifest.DataFile> written)
      throws IOException {
    layout.output().settle(written.stream().map(RunManifest.DataFile::path).toList());
    return Manifests.publish(layout.output(), before.number() + 1, manifest);
  }

  /**
   * Removes files that the newest manifest does not list, and manifests of long ago.
   *
   * @param until files that were written later stay, since a run may be about to list them; {@link
   *     Instant#MAX} where no other run can be under way
   */
  public static void sweep(RunLayout layout, Instant until) throws IOException {
    OutputFolder output = layout.output();
    Manifests.Newest newest = Manifests.newest(output);
    // Who reads the copy alone must not be left with files that go now.
    Manifests.copyNewest(output, newest);
    Set<String> listed = listed(output, newest.manifest());
    for (String name : folders()) {
      OutputFolder folder = output.below(name);
      for (OutputFolder.Entry file : folder.list()) {
        String path = name + '/' + file.name();
        if (!listed.contains(path) && isBefore(file, until)) {
          output.delete(path);
        }
      }
    }
    Manifests.prune(output);
  }

  private static boolean isBefore(OutputFolder.Entry file, Instant until) {
    return until.equals(Instant.MAX) || file.changed() < until.toEpochMilli();
  }

  private static Set<String> listed(OutputFolder output, @Nullable RunManifest manifest)
      throws IOException {
    Set<String> listed = new HashSet<>();
    if (manifest != null) {
      manifest.whole(output).files().forEach(file -> listed.add(file.path()));
      manifest.tableFiles().forEach(file -> listed.add(file.path()));
      manifest.sealedLists().forEach(list -> listed.add(list.path()));
    }
    return listed;
  }

  private static List<String> folders() {
    List<String> folders = new ArrayList<>(List.of(FileList.FOLDER, RunLayout.TABLES));
    Stream.of(Dataset.values()).map(Dataset::folder).forEach(folders::add);
    return folders;
  }

  /**
   * Removes what the pipelines of runs that were killed have left for their launchers.
   *
   * @param until as in {@link #sweep}
   */
  public static void removeStaging(RunLayout layout, Instant until) throws IOException {
    for (OutputFolder.Entry file : layout.output().below(RunLayout.STAGING).list()) {
      if (isBefore(file, until)) {
        layout.output().delete(RunLayout.STAGING + '/' + file.name());
      }
    }
  }

  /** Removes what the pipeline of a run has left for its launcher. */
  public static void removeOwnStaging(RunLayout layout) throws IOException {
    OutputFolder staging = layout.staging();
    for (OutputFolder.Entry file : staging.list()) {
      layout.output().delete(layout.stagingName() + '/' + file.name());
    }
  }
}
