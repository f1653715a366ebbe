package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.captures.Quantity;
import dev.newsfold.flow.KeepClues;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.records.InputFile;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.sinks.RunLayout;
import dev.newsfold.sinks.RunManifest;
import dev.newsfold.stores.StoreInputs;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dump in parts, one pipeline each, and keeps what came of every part until the run is
 * published; so a run that was stopped goes on from the parts that are done. A part is done once
 * its manifest is there. A part one of whose files is no more what it was is read again.
 */
final class DumpParts {
  /** Below the output folder; readers overlook it. */
  static final String FOLDER = ".parts";

  /** More would make a large graph; each travels with it. */
  private static final int FILES = 20_000;

  private static final String PLAN = "plan.json";
  private static final String CLUES = "clues";
  private static final String REVISITS = "revisits";
  private static final String MANIFEST = "part.json";

  private final OutputFolder output;
  private final OutputFolder folder;
  private final StoreInputs files;
  private final List<String> inputs;
  private final long bytes;
  private final PrintStream err;

  /**
   * @param output the folder in which parts are kept
   * @param files lists and opens input files
   * @param inputs files, folders and globs
   * @param bytes a part is full once its files have so many
   * @param err to tell of parts that are done, and of files that have changed
   */
  DumpParts(
      OutputFolder output, StoreInputs files, List<String> inputs, long bytes, PrintStream err) {
    this.output = output;
    this.folder = output.below(FOLDER);
    this.files = files;
    this.inputs = inputs;
    this.bytes = bytes;
    this.err = err;
  }

  /** Runs pipelines that leave their files in a folder. */
  interface Reading {
    /**
     * Reads one part.
     *
     * @param clues where to keep the names of its revisits and pages
     */
    void read(DumpPart part, RunLayout into, OutputFolder clues) throws IOException, JobException;

    /** Resolves the revisits of all parts, by names that were kept in files. */
    void resolve(List<String> clues, RunLayout into) throws IOException, JobException;
  }

  /**
   * How the dump is cut: as a run that was stopped has cut it, if there is one to go on from.
   *
   * @param made what parts depend on
   * @param asOf stands in for {@code --asOf}
   * @param resume whether to go on
   * @throws JobException USAGE if the parts that are there were made in another way
   */
  DumpPlan plan(SortedMap<String, String> made, String asOf, boolean resume)
      throws IOException, JobException {
    if (resume && folder.exists(PLAN)) {
      DumpPlan before = DumpPlan.fromJson(folder.read(PLAN));
      List<String> differences = before.differences(made);
      if (!differences.isEmpty()) {
        throw new JobException(
            ExitCode.USAGE,
            "--resume: the run that was stopped was another one: "
                + String.join("; ", differences)
                + ". Without --resume, this one starts anew");
      }
      return before;
    }
    if (resume) {
      err.println("newsfold: no run was stopped here; this one starts from the beginning");
    }
    output.deleteAll(FOLDER);
    List<String> ends = new ArrayList<>();
    long all = 0;
    try (Stream<InputEntry> entries = files.list(inputs)) {
      for (Iterator<DumpPart> parts = cut(entries, Set.of()); parts.hasNext(); ) {
        DumpPart part = parts.next();
        ends.add(part.end());
        all += part.entries().size();
      }
    }
    return new DumpPlan(made, asOf, ends, all);
  }

  /**
   * Reads all parts that are not done yet.
   *
   * @return the files of all parts
   */
  List<HistoryFile> read(DumpPlan plan, Reading reading) throws IOException, JobException {
    folder.write(PLAN, plan.toJson());
    List<HistoryFile> written = new ArrayList<>();
    List<String> clues = new ArrayList<>();
    long met = 0;
    try (Stream<InputEntry> entries = files.list(inputs)) {
      Iterator<DumpPart> parts = cut(entries, new HashSet<>(plan.ends()));
      for (int number = 1; parts.hasNext(); number++) {
        DumpPart part = parts.next();
        // With files that have come since there may be more parts than were planned.
        int planned = Math.max(number, plan.ends().size());
        String name = String.format(Locale.ROOT, "part %,d of %,d", number, planned);
        met += part.entries().size();
        RunLayout into = new RunLayout(folder.below("part-" + number), "part");
        boolean done = isDone(part, into, name);
        if (done) {
          err.println("newsfold: " + name + " is done");
        } else {
          folder.deleteAll("part-" + number);
          err.println("newsfold: " + name + ", " + part.describe());
          reading.read(part, into, into.output().below(CLUES));
        }
        List<RunManifest.DataFile> ofPart = StagedRun.filesIn(into);
        if (!done) {
          into.output().write(MANIFEST, manifest(part, into, ofPart).toJson());
        }
        written.addAll(EarlierRuns.files(into.output(), ofPart, 0));
        OutputFolder kept = into.output().below(CLUES);
        kept.list().forEach(file -> clues.add(kept.address() + '/' + file.name()));
      }
    }
    if (met < plan.files()) {
      err.println(
          "newsfold: "
              + Quantity.of(plan.files() - met, "file")
              + " fewer than when the dump was cut into parts; what was moved or removed since is not in this run");
    }
    written.addAll(resolve(clues, reading));
    return written;
  }

  /** Reads the pages of revisits that lie in other files: of any part, once all are known. */
  private List<HistoryFile> resolve(List<String> clues, Reading reading)
      throws IOException, JobException {
    if (clues.stream().noneMatch(file -> file.contains('/' + KeepClues.SOUGHT))) {
      return List.of();
    }
    folder.deleteAll(REVISITS);
    RunLayout into = new RunLayout(folder.below(REVISITS), "part");
    err.println("newsfold: revisits of pages in other files");
    reading.resolve(clues, into);
    return EarlierRuns.files(into.output(), StagedRun.filesIn(into), 0);
  }

  private Iterator<DumpPart> cut(Stream<InputEntry> entries, Set<String> ends) {
    return DumpPart.cut(entries.iterator(), files::stamp, ends, bytes, FILES);
  }

  private boolean isDone(DumpPart part, RunLayout into, String name) throws IOException {
    if (!into.output().exists(MANIFEST)) {
      return false;
    }
    Map<String, PartManifest.Input> then = new HashMap<>();
    PartManifest.fromJson(into.output().read(MANIFEST))
        .inputs()
        .forEach(input -> then.put(input.path(), input));
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < part.entries().size(); i++) {
      InputStamp now = part.stamps().get(i);
      change(part.entries().get(i), now, then.remove(now.path())).ifPresent(changes::add);
    }
    then.keySet().forEach(path -> changes.add(path + " is gone"));
    for (String change : changes) {
      err.println("newsfold: " + name + " is read again: " + change);
    }
    return changes.isEmpty();
  }

  private Optional<String> change(
      InputEntry entry, InputStamp now, PartManifest.@Nullable Input then) throws IOException {
    if (then == null) {
      return Optional.of(now.path() + " is new");
    }
    if (then.isAsAt(now)) {
      return Optional.empty();
    }
    if (then.size() != now.size()) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%s had %,d bytes, has %,d", now.path(), then.size(), now.size()));
    }
    // It was touched; only its bytes tell whether it has changed.
    boolean same =
        entry.skip() != null || InputStamp.sha256(entry.file(), files).equals(then.sha256());
    return same ? Optional.empty() : Optional.of(now.path() + " has other bytes");
  }

  private static PartManifest manifest(
      DumpPart part, RunLayout into, List<RunManifest.DataFile> ofPart) throws IOException {
    Map<String, String> digests = new HashMap<>();
    StagedRun.readAll(
        into.output(),
        ofPart,
        Dataset.LEDGER,
        InputFile.class,
        row -> {
          if (row.getDigest() != null) {
            digests.put(row.getPath(), row.getDigest());
          }
        });
    return new PartManifest(
        part.stamps().stream()
            .map(
                stamp ->
                    new PartManifest.Input(
                        stamp.path(), stamp.size(), stamp.modified(), digests.get(stamp.path())))
            .toList());
  }
}
