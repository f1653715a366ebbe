package dev.newsfold.sinks;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts a manifest together. What it is not told is empty; a run ends as it starts. */
public final class RunManifestBuilder {
  private final String job;
  private final String runId;
  private final String startedAt;
  private String finishedAt;
  private SortedMap<String, String> versions = new TreeMap<>();
  private SortedMap<String, String> options = new TreeMap<>();
  private SortedMap<String, Long> totals = new TreeMap<>();
  private SortedMap<String, RunManifest.Count> datasets = RunManifest.countsOf(List.of());
  private @Nullable SortedMap<String, RunManifest.DayRun> runs;
  private List<RunManifest.DataFile> files = List.of();
  private @Nullable List<RunManifest.DataFile> tables;
  private @Nullable List<FileList> lists;
  private @Nullable SortedMap<String, Long> sent;

  RunManifestBuilder(String job, String runId, String startedAt) {
    this.job = job;
    this.runId = runId;
    this.startedAt = startedAt;
    this.finishedAt = startedAt;
  }

  /** With all that a manifest tells. */
  RunManifestBuilder(RunManifest told) {
    this(told.job(), told.runId(), told.startedAt());
    finishedAt = told.finishedAt();
    versions = told.versions();
    options = told.options();
    totals = told.totals();
    datasets = told.datasets();
    runs = told.runs();
    files = told.files();
    tables = told.tables();
    lists = told.lists();
    sent = told.sent();
  }

  public RunManifestBuilder finishedAt(String finishedAt) {
    this.finishedAt = finishedAt;
    return this;
  }

  public RunManifestBuilder versions(SortedMap<String, String> versions) {
    this.versions = versions;
    return this;
  }

  public RunManifestBuilder options(SortedMap<String, String> options) {
    this.options = options;
    return this;
  }

  public RunManifestBuilder totals(SortedMap<String, Long> totals) {
    this.totals = totals;
    return this;
  }

  public RunManifestBuilder runs(SortedMap<String, RunManifest.DayRun> runs) {
    this.runs = runs;
    return this;
  }

  /** All files there are; the datasets are counted by them. */
  public RunManifestBuilder files(List<RunManifest.DataFile> files) {
    return listed(files, RunManifest.countsOf(files));
  }

  /** The Parquet files of the same records. */
  public RunManifestBuilder tables(List<RunManifest.DataFile> tables) {
    this.tables = tables;
    return this;
  }

  /** The files that are in no list, beside the counts of all there are. */
  RunManifestBuilder listed(
      List<RunManifest.DataFile> files, SortedMap<String, RunManifest.Count> datasets) {
    this.files = files;
    this.datasets = datasets;
    return this;
  }

  /** Files by lists and by themselves: the same as before, and no other count. */
  RunManifestBuilder sealed(List<FileList> lists, List<RunManifest.DataFile> files) {
    this.lists = lists;
    this.files = files;
    return this;
  }

  RunManifestBuilder sent(SortedMap<String, Long> sent) {
    this.sent = sent;
    return this;
  }

  /** The manifest. */
  public RunManifest build() {
    return new RunManifest(
        job,
        runId,
        startedAt,
        finishedAt,
        versions,
        options,
        totals,
        datasets,
        runs,
        files,
        tables,
        lists,
        sent);
  }
}
