package dev.newsfold.commands;

import dev.newsfold.sinks.OutputFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds our files: those named {@code *.avro}, in the order of their paths. */
final class AvroPaths {
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

  /** The Avro files of several paths; none at all is an error. */
  static List<RunFile> below(List<String> paths) throws CommandFailure {
    List<RunFile> files = new ArrayList<>();
    for (String path : paths) {
      if (StoreFolders.isStore(path)) {
        files.addAll(below(StoreFolders.of(path)));
      } else {
        below(path(path)).forEach(file -> files.add(RunFile.of(file)));
      }
    }
    if (files.isEmpty()) {
      throw CommandFailure.noInput("no .avro file in " + String.join(", ", paths));
    }
    return files;
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
      int slash = folder.address().lastIndexOf('/');
      if (files.isEmpty() && folder.address().endsWith(".avro")) {
        OutputFolder parent = StoreFolders.of(folder.address().substring(0, slash));
        files.add(new RunFile(parent, folder.address().substring(slash + 1)));
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
    return relative.toString().endsWith(".avro");
  }
}
