package dev.newsfold.jobs;

import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.sinks.RunManifest.DataFile;
import dev.newsfold.sinks.RunManifest.DayRun;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manifest of an output after the run of one capture day. */
final class DayManifest {
  private static final Set<String> OWNED =
      Stream.of(Dataset.values())
          .filter(Dataset::ownedByRun)
          .map(Dataset::folder)
          .collect(Collectors.toUnmodifiableSet());

  private DayManifest() {}

  /**
   * Replaces the files of a day, and of the partitions that were written anew.
   *
   * @param day the run's own manifest; its totals are those of all runs
   * @param ofRun the totals of this run alone
   * @param before the output before
   * @param replaced folders of those partitions
   */
  static RunManifest after(
      RunManifest before,
      String capturedOn,
      RunManifest day,
      SortedMap<String, Long> ofRun,
      Set<String> replaced) {
    List<DataFile> kept =
        before.files().stream()
            .filter(file -> !replaced.contains(file.folder()))
            .filter(file -> !(OWNED.contains(file.dataset()) && capturedOn.equals(file.run())))
            .toList();
    List<DataFile> files = RunManifest.merge(kept, day.files());
    SortedMap<String, DayRun> runs = new TreeMap<>(before.runsByDay());
    runs.put(
        capturedOn,
        new DayRun(
            day.runId(), day.startedAt(), day.finishedAt(), day.versions(), day.options(), ofRun));
    return day.toBuilder().runs(runs).files(files).build();
  }
}
