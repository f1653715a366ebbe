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
  private static final List<String> ADDED_UP =
      List.of("inputFiles", "captures", "rejections", "skips");

  private DayManifest() {}

  /**
   * Replaces the files of a day, and of the partitions that were written anew.
   *
   * @param day what the manifest of an output with this run alone would say
   * @param before the output before
   * @param replaced folders of those partitions
   */
  static RunManifest after(
      RunManifest before, String capturedOn, RunManifest day, Set<String> replaced) {
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
            day.runId(),
            day.startedAt(),
            day.finishedAt(),
            day.versions(),
            day.options(),
            day.totals()));
    return day.toBuilder().totals(totals(runs, files)).runs(runs).files(files).build();
  }

  /**
   * The numbers of the whole output. An address that several days captured is one article, and its
   * other captures are recaptures.
   */
  private static SortedMap<String, Long> totals(
      SortedMap<String, DayRun> runs, List<DataFile> files) {
    SortedMap<String, Long> totals = new TreeMap<>();
    for (String name : ADDED_UP) {
      totals.put(name, sum(runs, name));
    }
    long articles = records(files, Dataset.ARTICLES, "");
    totals.put("articles", articles);
    totals.put("recaptures", sum(runs, "articles") + sum(runs, "recaptures") - articles);
    totals.put("stories", records(files, Dataset.STORIES, ""));
    totals.put("late", records(files, Dataset.LATE, ""));
    totals.put("undated", records(files, Dataset.ARTICLES, Dataset.UNDATED));
    return totals;
  }

  private static long sum(SortedMap<String, DayRun> runs, String name) {
    return runs.values().stream().mapToLong(run -> run.totals().getOrDefault(name, 0L)).sum();
  }

  private static long records(List<DataFile> files, Dataset dataset, String partition) {
    return files.stream()
        .filter(file -> file.dataset().equals(dataset.folder()))
        .filter(file -> file.folder().endsWith(partition))
        .mapToLong(DataFile::records)
        .sum();
  }
}
