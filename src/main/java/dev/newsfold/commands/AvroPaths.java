package dev.newsfold.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  static List<Path> below(List<String> paths) throws CommandFailure {
    List<Path> files = new ArrayList<>();
    for (String path : paths) {
      files.addAll(below(path(path)));
    }
    if (files.isEmpty()) {
      throw CommandFailure.noInput("no .avro file in " + String.join(", ", paths));
    }
    return files;
  }

  static Path path(String text) throws CommandFailure {
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
