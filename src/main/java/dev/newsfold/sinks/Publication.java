package dev.newsfold.sinks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Makes a finished run visible, all or nothing.
 *
 * <p>Data files are named by their content, so the files of two runs never stand in each other's
 * way: moving them to their places changes nothing for a reader of {@code run.json}. Replacing
 * {@code run.json} by one rename is the moment at which the new run exists. Only then are files
 * removed that it does not list. Data files are forced to disk before it. Killed before that
 * moment, the old run stands; killed after it, the new one does, with some litter that the next run
 * removes.
 */
public final class Publication {
  private static final int FORCED_AT_ONCE = 32;

  private Publication() {}

  /** Moves the staged files of {@code manifest} to their places and commits to them. */
  public static void publish(RunLayout layout, RunManifest manifest) throws IOException {
    publish(layout, manifest, manifest.files());
  }

  /**
   * The same where {@code manifest} keeps files of earlier runs.
   *
   * @param staged those of its files that are in the staging folder
   */
  public static void publish(
      RunLayout layout, RunManifest manifest, List<RunManifest.DataFile> staged)
      throws IOException {
    force(staged.stream().map(file -> layout.staging().resolve(file.path())).toList());
    move(layout, staged);
    AvroFiles.replace(layout.manifest(), manifest.toJson());
    removeUnlisted(layout, manifest);
    deleteTree(layout.staging());
  }

  /**
   * Moves files to their places: whole folders where there is none yet, since a run may write a
   * file a day for any number of days. What else is in a folder is not listed, and removed later.
   */
  private static void move(RunLayout layout, List<RunManifest.DataFile> staged) throws IOException {
    Set<Path> moved = new HashSet<>();
    for (RunManifest.DataFile file : staged) {
      Path from = layout.staging().resolve(file.path());
      Path to = layout.output().resolve(file.path());
      Path folder = parentOf(to);
      if (isIn(moved, folder)) {
        continue;
      }
      if (Files.exists(folder)) {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.createDirectories(parentOf(folder));
        Files.move(parentOf(from), folder, StandardCopyOption.ATOMIC_MOVE);
        moved.add(folder);
      }
    }
  }

  private static boolean isIn(Set<Path> folders, Path folder) {
    for (Path outer = folder; outer != null; outer = outer.getParent()) {
      if (folders.contains(outer)) {
        return true;
      }
    }
    return false;
  }

  /** Forces many files to disk at once: file systems commit those together that wait together. */
  private static void force(List<Path> files) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(FORCED_AT_ONCE);
    try {
      List<Future<?>> forced = new ArrayList<>();
      for (Path file : files) {
        forced.add(
            threads.submit(
                () -> {
                  AvroFiles.force(file);
                  return null;
                }));
      }
      for (Future<?> file : forced) {
        file.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("cannot force a file to disk: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while files were forced to disk");
    } finally {
      threads.shutdownNow();
    }
  }

  /** Removes what runs that were killed have left in their staging folders. */
  public static void removeStaging(RunLayout layout) throws IOException {
    if (!Files.isDirectory(layout.output())) {
      return;
    }
    List<Path> abandoned;
    try (Stream<Path> children = Files.list(layout.output())) {
      abandoned =
          children
              .filter(p -> nameOf(p).startsWith(RunLayout.STAGING_PREFIX) && Files.isDirectory(p))
              .toList();
    }
    for (Path folder : abandoned) {
      deleteTree(folder);
    }
  }

  private static void removeUnlisted(RunLayout layout, RunManifest manifest) throws IOException {
    Set<Path> listed = new HashSet<>();
    for (RunManifest.DataFile file : manifest.files()) {
      listed.add(layout.output().resolve(file.path()));
    }
    for (FileList list : manifest.sealedLists()) {
      listed.add(layout.output().resolve(list.path()));
    }
    List<String> folders = new ArrayList<>(List.of(FileList.FOLDER));
    Stream.of(Dataset.values()).map(Dataset::folder).forEach(folders::add);
    for (String name : folders) {
      Path folder = layout.output().resolve(name);
      if (Files.isDirectory(folder)) {
        Files.walkFileTree(folder, new Sweep(folder, listed));
      }
    }
  }

  /** Removes a folder and what is in it; nothing if there is none. Follows no links. */
  public static void deleteTree(Path folder) throws IOException {
    try {
      Files.walkFileTree(folder, new Sweep(folder, Set.of()));
      Files.deleteIfExists(folder);
    } catch (NoSuchFileException e) {
      // Gone already.
    }
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static Path parentOf(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException("no folder to publish " + path + " in");
    }
    return parent;
  }

  /** Deletes every file that is not to be kept, and every folder that is empty then. */
  private static final class Sweep extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<Path> keep;

    private Sweep(Path root, Set<Path> keep) {
      this.root = root;
      this.keep = keep;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!keep.contains(file)) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path folder, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (!folder.equals(root)) {
        try {
          Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
          // What is in it is kept.
        }
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
