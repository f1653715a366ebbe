package dev.newsfold.commands;

import dev.newsfold.captures.RealPath;
import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of an export. What is written lies beside it, hidden, until it is whole; then it takes
 * the folder's place by a rename. An export that was there goes then, and not before.
 */
final class ExportFolder {
  private final Path folder;

  private ExportFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder that {@code --to} names: a new one, an empty one, or one that an export wrote. */
  static ExportFolder of(String to) throws CommandFailure {
    if (to.isBlank()) {
      throw CommandFailure.badUsage("--to is missing: the folder to write to");
    }
    if (Stores.hasScheme(to)) {
      throw CommandFailure.badUsage(
          "--to=" + to + " is no path of this machine; export to a folder, and copy that");
    }
    Path folder = AvroPaths.path(to).toAbsolutePath().normalize();
    if (folder.getParent() == null) {
      throw CommandFailure.badUsage("--to=" + to + " has no folder above it");
    }
    ExportFolder export = new ExportFolder(folder);
    export.refuseForeign();
    return export;
  }

  /** An empty folder to write in. */
  Path begin() throws IOException {
    Files.createDirectories(folder.resolveSibling(""));
    removeLeft();
    return Files.createDirectory(beside("writing"));
  }

  /** Puts what was written in its place. */
  void commit() throws IOException {
    Path old = beside("replaced");
    if (Files.exists(folder)) {
      Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(beside("writing"), folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(old)) {
        Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    delete(old);
  }

  /** Removes what was written, if it has not come to its place. */
  void abandon() throws IOException {
    delete(beside("writing"));
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  private Path beside(String what) {
    return folder.resolveSibling(prefix() + what + '-' + ProcessHandle.current().pid());
  }

  private String prefix() {
    return "." + folder.getFileName() + ".";
  }

  /** Removes what exports to this folder have left whose processes were killed. */
  private void removeLeft() throws IOException {
    Pattern left = Pattern.compile(Pattern.quote(prefix()) + "(writing|replaced)-(\\d{1,18})");
    List<Path> folders;
    try (Stream<Path> beside = Files.list(folder.resolveSibling(""))) {
      folders = beside.toList();
    }
    for (Path path : folders) {
      var name = left.matcher(String.valueOf(path.getFileName()));
      if (!name.matches() || isOfAnother(Long.parseLong(name.group(2)))) {
        continue;
      }
      if (name.group(1).equals("replaced") && !Files.exists(folder)) {
        // Killed between two renames: the old export is whole, and the only one.
        Files.move(path, folder, StandardCopyOption.ATOMIC_MOVE);
      } else {
        delete(path);
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    new LocalFolder(tree.resolveSibling("")).deleteAll(String.valueOf(tree.getFileName()));
    Files.deleteIfExists(tree);
  }

  private static boolean isOfAnother(long process) {
    return process != ProcessHandle.current().pid() && ProcessHandle.of(process).isPresent();
  }

  /** An export would be in a run's way, and one that it replaces might hold it. */
  void refuseRuns(List<RunFolder> runs) throws CommandFailure {
    Path to = RealPath.of(folder);
    for (RunFolder run : runs) {
      Path place = Path.of(run.place());
      if (place.startsWith(to)) {
        throw CommandFailure.badUsage("--to=" + folder + " holds the run " + run);
      }
    }
    Path around = RunFolder.around(to);
    if (around != null) {
      throw CommandFailure.badUsage(
          "--to=" + folder + " lies in the run " + around + "; name a folder beside it");
    }
  }

  private void refuseForeign() throws CommandFailure {
    if (!Files.exists(folder) || Files.exists(folder.resolve(ExportManifest.NAME))) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isEmpty()) {
        return;
      }
    } catch (IOException e) {
      throw CommandFailure.badUsage("--to is not a folder that can be read: " + folder);
    }
    throw CommandFailure.badUsage(
        "--to is neither empty nor an earlier export (it has no export.json): " + folder);
  }
}
