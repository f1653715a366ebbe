package dev.newsfold.jobs;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputStamp;
import dev.newsfold.captures.InputTree;
import dev.newsfold.records.HistoryFile;
import dev.newsfold.records.InputFile;
import dev.newsfold.records.StagedFile;
import dev.newsfold.sinks.AvroFiles;
import dev.newsfold.sinks.Dataset;
import dev.newsfold.sinks.Publication;
import dev.newsfold.sinks.RunLayout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final String MANIFEST = "part.json";

  private final Path folder;
  private final List<String> inputs;
  private final long bytes;
  private final PrintStream err;

  /**
   * @param folder where parts are kept
   * @param inputs files, folders and globs
   * @param bytes a part is full once its files have so many
   * @param err to tell of parts that are done, and of files that have changed
   */
  DumpParts(Path folder, List<String> inputs, long bytes, PrintStream err) {
    this.folder = folder;
    this.inputs = inputs;
    this.bytes = bytes;
    this.err = err;
  }

  /** Runs the pipeline that reads one part, and leaves its files in a folder. */
  interface Reading {
    void read(DumpPart part, Path into) throws IOException, JobException;
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
    if (resume && Files.exists(folder.resolve(PLAN))) {
      DumpPlan before = DumpPlan.fromJson(Files.readAllBytes(folder.resolve(PLAN)));
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
    Publication.deleteTree(folder);
    List<String> ends = new ArrayList<>();
    try (Stream<InputEntry> entries = InputTree.list(inputs)) {
      cut(entries, Set.of()).forEachRemaining(part -> ends.add(part.end()));
    }
    return new DumpPlan(made, asOf, ends);
  }

  /**
   * Reads all parts that are not done yet.
   *
   * @return the files of all parts
   */
  List<HistoryFile> read(DumpPlan plan, Reading reading) throws IOException, JobException {
    AvroFiles.replace(folder.resolve(PLAN), plan.toJson());
    List<HistoryFile> files = new ArrayList<>();
    try (Stream<InputEntry> entries = InputTree.list(inputs)) {
      Iterator<DumpPart> parts = cut(entries, new HashSet<>(plan.ends()));
      for (int number = 1; parts.hasNext(); number++) {
        DumpPart part = parts.next();
        String name = String.format(Locale.ROOT, "part %,d of %,d", number, plan.ends().size());
        Path into = folder.resolve("part-" + number);
        if (isDone(part, into, name)) {
          err.println("newsfold: " + name + " is done");
        } else {
          Publication.deleteTree(into);
          err.println("newsfold: " + name + ", " + describe(part));
          reading.read(part, into);
          AvroFiles.replace(into.resolve(MANIFEST), manifest(part, into).toJson());
        }
        files.addAll(files(into));
      }
    }
    return files;
  }

  /** Removes all parts. */
  void delete() throws IOException {
    Publication.deleteTree(folder);
  }

  private Iterator<DumpPart> cut(Stream<InputEntry> entries, Set<String> ends) {
    return DumpPart.cut(
        entries.iterator(), entry -> InputStamp.of(entry.file()), ends, bytes, FILES);
  }

  private static String describe(DumpPart part) {
    return String.format(
        Locale.ROOT,
        "%,d files of %,d bytes, to %s",
        part.entries().size(),
        part.bytes(),
        part.end());
  }

  private boolean isDone(DumpPart part, Path into, String name) throws IOException {
    Path file = into.resolve(MANIFEST);
    if (!Files.exists(file)) {
      return false;
    }
    Map<String, PartManifest.Input> then = new HashMap<>();
    PartManifest.fromJson(Files.readAllBytes(file))
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

  private static Optional<String> change(
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
    boolean same = entry.skip() != null || InputStamp.sha256(entry.file()).equals(then.sha256());
    return same ? Optional.empty() : Optional.of(now.path() + " has other bytes");
  }

  private static PartManifest manifest(DumpPart part, Path into) throws IOException {
    Map<String, String> digests = new HashMap<>();
    List<Path> ledger =
        staged(into).stream()
            .filter(file -> file.getDataset().equals(Dataset.LEDGER.folder()))
            .map(file -> into.resolve(file.getPath()))
            .toList();
    AvroFiles.readStaged(
        ledger,
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

  private static List<HistoryFile> files(Path into) throws IOException {
    return staged(into).stream()
        .map(
            file ->
                HistoryFile.newBuilder()
                    .setPath(into.resolve(file.getPath()).toString())
                    .setDataset(file.getDataset())
                    .setPlace(0)
                    .build())
        .toList();
  }

  private static List<StagedFile> staged(Path into) throws IOException {
    List<StagedFile> files = new ArrayList<>();
    AvroFiles.read(RunLayout.filesIn(into), StagedFile.class, files::add);
    return files;
  }
}
