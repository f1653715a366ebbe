package dev.newsfold.sinks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.newsfold.records.StagedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.json}: what ran, with which options and versions, what came out, and the files that a
 * reader may trust. A file that it does not list belongs to no finished run. A stream lists files
 * for as long as it runs: there most of them are in lists that {@code run.json} names, which never
 * change, so that what is written at each publication keeps a bound.
 *
 * @param job name of the job
 * @param runId id of the run
 * @param startedAt ISO 8601
 * @param finishedAt ISO 8601, when the pipeline had ended and publishing began
 * @param versions of Newsfold, its parser, Beam, the runner and Java
 * @param options every flag that differs from its default, as given or as set by the job file
 * @param totals the ledger summed up: captures, articles, recaptures, rejections, skips, …
 * @param datasets records and files of each dataset
 * @param runs of a scheduled job, by capture day; null for any other. A file that a run owns names
 *     it; the others hold what all runs together have captured
 * @param files every data file, but for those that are in {@code lists}
 * @param tables the Parquet files of the same records, where the run wrote them, too
 * @param lists of a stream: where the files are that it listed first
 * @param sent of a stream: the records of each dataset that were sent out by the last firing
 */
@JsonPropertyOrder({
  "job",
  "runId",
  "startedAt",
  "finishedAt",
  "versions",
  "options",
  "totals",
  "datasets",
  "runs",
  "files",
  "tables",
  "lists",
  "sent"
})
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunManifest(
    String job,
    String runId,
    String startedAt,
    String finishedAt,
    SortedMap<String, String> versions,
    SortedMap<String, String> options,
    SortedMap<String, Long> totals,
    SortedMap<String, Count> datasets,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SortedMap<String, DayRun> runs,
    List<DataFile> files,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<DataFile> tables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<FileList> lists,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable SortedMap<String, Long> sent) {

  /**
   * The run of one capture day.
   *
   * @param runId id of the run
   * @param startedAt ISO 8601
   * @param finishedAt ISO 8601
   * @param versions as in the manifest
   * @param options as in the manifest
   * @param totals its ledger summed up; an address counts as an article of every day that has it
   */
  public record DayRun(
      String runId,
      String startedAt,
      String finishedAt,
      SortedMap<String, String> versions,
      SortedMap<String, String> options,
      SortedMap<String, Long> totals) {}

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** The manifest of a run that has told nothing yet but what it is. */
  public static RunManifestBuilder of(String job, String runId, String startedAt) {
    return new RunManifestBuilder(job, runId, startedAt);
  }

  /** How much a dataset holds. */
  public record Count(long records, long files) {
    /** An empty dataset. */
    public static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(records + other.records, files + other.files);
    }
  }

  /**
   * A data file.
   *
   * @param path below the output folder
   * @param dataset name of its dataset
   * @param run the capture day that its records come from; null where none owns them
   * @param records in it
   * @param withdrawn how many of them say that something is no more
   * @param bytes its size
   * @param sha256 of its bytes, in hexadecimal
   */
  public record DataFile(
      String path,
      String dataset,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String run,
      long records,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) long withdrawn,
      long bytes,
      String sha256) {

    /** The folder of its partition, below the output folder. */
    public String folder() {
      return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static DataFile of(StagedFile staged) {
      return new DataFile(
          staged.getPath(),
          staged.getDataset(),
          staged.getRun().isEmpty() ? null : staged.getRun(),
          staged.getRecords(),
          staged.getWithdrawn(),
          staged.getBytes(),
          staged.getSha256());
    }
  }

  /** The runs of a scheduled job by capture day; none for another job. */
  public SortedMap<String, DayRun> runsByDay() {
    return runs == null ? new TreeMap<>() : runs;
  }

  /** The lists that hold more of the files; none for another job than a stream. */
  public List<FileList> sealedLists() {
    return lists == null ? List.of() : lists;
  }

  /** The Parquet files of the same records; none where the run wrote none. */
  public List<DataFile> tableFiles() {
    return tables == null ? List.of() : tables;
  }

  /** How many data files there are, those in lists included. */
  public long fileCount() {
    return files.size() + sealedLists().stream().mapToLong(FileList::files).sum();
  }

  /** The same manifest, to be told otherwise in part. */
  public RunManifestBuilder toBuilder() {
    return new RunManifestBuilder(this);
  }

  /**
   * The data files, in the order of their paths, of what stays of earlier runs and of a new one.
   */
  public static List<DataFile> merge(List<DataFile> kept, List<DataFile> added) {
    return Stream.concat(kept.stream(), added.stream())
        .distinct()
        .sorted(Comparator.comparing(DataFile::path))
        .toList();
  }

  /** The data files in the order of their paths. */
  public static List<DataFile> filesOf(List<StagedFile> staged) {
    return staged.stream()
        .map(DataFile::of)
        // A batch that was written twice has one name and one place here.
        .distinct()
        .sorted(Comparator.comparing(DataFile::path))
        .toList();
  }

  /** Records and files of every dataset, those that are empty included. */
  public static SortedMap<String, Count> countsOf(List<DataFile> files) {
    SortedMap<String, Count> counts = new TreeMap<>();
    for (Dataset dataset : Dataset.values()) {
      counts.put(dataset.folder(), Count.NONE);
    }
    for (DataFile file : files) {
      counts.merge(file.dataset(), new Count(file.records(), 1), Count::plus);
    }
    return counts;
  }

  /** The manifest as indented JSON, in UTF-8. */
  public byte[] toJson() {
    try {
      return (JSON.writeValueAsString(this) + '\n').getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is plain data", e);
    }
  }

  /**
   * The manifest of the run that an output folder holds, with every data file in {@code files}, or
   * nothing where it holds none.
   *
   * @throws IOException if there is one that cannot be read
   */
  public static Optional<RunManifest> read(OutputFolder output) throws IOException {
    return Manifests.newest(output).whole(output);
  }

  /** The same of a local folder. */
  public static Optional<RunManifest> read(Path output) throws IOException {
    return read(new LocalFolder(output));
  }

  /** The same manifest with every data file in {@code files}. */
  public RunManifest whole(OutputFolder output) throws IOException {
    if (sealedLists().isEmpty()) {
      return this;
    }
    List<DataFile> sealed = new ArrayList<>();
    for (FileList list : sealedLists()) {
      sealed.addAll(list.read(output));
    }
    return toBuilder().sealed(List.of(), merge(sealed, files)).build();
  }

  /** What JSON says; null where it says just that. */
  static @Nullable RunManifest parse(byte[] json) throws IOException {
    return JSON.readValue(json, RunManifest.class);
  }
}
