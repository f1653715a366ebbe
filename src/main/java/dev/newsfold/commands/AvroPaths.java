package dev.newsfold.commands;

import dev.newsfold.captures.InputEntry;
import dev.newsfold.captures.InputNames;
import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds our files: those named {@code *.avro}, in the order of their paths. */
final class AvroPaths {
  private static final String AVRO = ".avro";

  private AvroPaths() {}

  /**
   * The Avro files that {@code path} is or holds, at any depth. What is hidden below it is passed
   * over: it belongs to a run that is not complete.
   */
  static List<Path> below(Path path) throws CommandFailure {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw CommandFailure.noInput("there is no " + path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(file -> isOurs(path.relativize(file)) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailure.unreadable("cannot list " + path + ": " + e.getMessage());
    }
  }

  /**
   * The Avro files of several paths, which may be globs; none at all is an error. A file that
   * several of them name is there once.
   */
  static List<RunFile> below(List<String> paths) throws CommandFailure {
    Map<String, RunFile> files = new LinkedHashMap<>();
    for (String path : paths) {
      for (RunFile file : below(path)) {
        files.putIfAbsent(file.place(), file);
      }
    }
    if (files.isEmpty()) {
      throw CommandFailure.noInput("no .avro file in " + String.join(", ", paths));
    }
    return List.copyOf(files.values());
  }

  private static List<RunFile> below(String path) throws CommandFailure {
    if (isGlob(path)) {
      return matching(path);
    }
    return StoreFolders.isStore(path)
        ? below(StoreFolders.of(path))
        : below(path(path)).stream().map(RunFile::of).toList();
  }

  /** Whether a path names what matches it: it has a glob's signs, and no file has that name. */
  static boolean isGlob(String path) throws CommandFailure {
    return InputNames.firstGlobSign(path) >= 0
        && (StoreFolders.isStore(path) || !Files.exists(path(path)));
  }

  /**
   * The files that a glob matches, and those below folders that it matches, as in {@code --input}.
   */
  private static List<RunFile> matching(String glob) throws CommandFailure {
    List<RunFile> files = new ArrayList<>();
    try (Stream<InputEntry> entries = StoreFolders.inputs().list(List.of(glob))) {
      for (Iterator<InputEntry> all = entries.iterator(); all.hasNext(); ) {
        InputEntry entry = all.next();
        String location = entry.file().location();
        if (entry.skip() == null && location.endsWith(AVRO)) {
          files.add(
              StoreFolders.isStore(location)
                  ? inStore(location)
                  : RunFile.of(Path.of(URI.create(location))));
        }
      }
      return files;
    } catch (NoSuchFileException e) {
      throw CommandFailure.noInput("there is no " + e.getFile());
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailure.unreadable("cannot list " + glob + ": " + e.getMessage());
    }
  }

  private static RunFile inStore(String address) {
    int slash = address.lastIndexOf('/');
    return new RunFile(StoreFolders.of(address.substring(0, slash)), address.substring(slash + 1));
  }

  /** The same of a folder of a store, which may be a file. */
  static List<RunFile> below(OutputFolder folder) throws CommandFailure {
    try {
      List<RunFile> files = new ArrayList<>();
      for (OutputFolder.Entry file : folder.list()) {
        if (isOurs(Path.of(file.name()))) {
          files.add(new RunFile(folder, file.name()));
        }
      }
      if (files.isEmpty() && folder.address().endsWith(AVRO)) {
        files.add(inStore(folder.address()));
      }
      return files;
    } catch (IOException e) {
      throw CommandFailure.unreadable("cannot list " + folder.address() + ": " + e.getMessage());
    }
  }

  static Path path(String text) throws CommandFailure {
    Optional<String> unreachable = StoreFolders.unreachable(text);
    if (unreachable.isPresent()) {
      throw CommandFailure.unreachable(text + " " + unreachable.get());
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw CommandFailure.noInput("there is no " + text);
    }
  }

  private static boolean isOurs(Path relative) {
    for (Path name : relative) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return relative.toString().endsWith(AVRO);
  }
}
