package dev.newsfold.sinks;

import dev.newsfold.captures.RealPath;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of this machine, or of a file system that is mounted on it. */
public final class LocalFolder implements OutputFolder {
  private final Path root;

  /** It need not be there yet. */
  public LocalFolder(Path root) {
    this.root = root;
  }

  @Override
  public String address() {
    return root.toString();
  }

  @Override
  public String place() {
    return RealPath.of(root).toString();
  }

  @Override
  public OutputFolder below(String name) {
    return new LocalFolder(root.resolve(name));
  }

  @Override
  public List<Entry> list() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    SortedMap<Path, Entry> entries = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          /** Of a link, the link itself. */
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes known) {
            entries.put(
                file,
                new Entry(
                    root.relativize(file).toString(),
                    known.size(),
                    known.lastModifiedTime().toMillis()));
            return FileVisitResult.CONTINUE;
          }

          /** What goes meanwhile, as others write here, is not there. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return new ArrayList<>(entries.values());
  }

  @Override
  public boolean isFree() throws IOException {
    if (!Files.isDirectory(root)) {
      return true;
    }
    try (Stream<Path> children = Files.list(root)) {
      return children.findAny().isEmpty();
    }
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(root.resolve(name));
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(root.resolve(name));
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    WholeFiles.replace(root.resolve(name), bytes);
  }

  @Override
  public boolean createNew(String name, byte[] bytes) throws IOException {
    return WholeFiles.createNew(root.resolve(name), bytes);
  }

  @Override
  public void fill(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    WholeFiles.folderOf(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      WholeFiles.write(channel, bytes);
    }
  }

  @Override
  public void fill(String name, Path bytes) throws IOException {
    Path file = root.resolve(name);
    WholeFiles.folderOf(file);
    try (FileChannel from = FileChannel.open(bytes, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long done = 0; done < from.size(); ) {
        done += from.transferTo(done, from.size() - done, to);
      }
    }
  }

  @Override
  public void settle(List<String> names) throws IOException {
    WholeFiles.force(names.stream().map(root::resolve).toList());
  }

  /** Removes the folders, too, that are empty then. */
  @Override
  public void delete(String name) throws IOException {
    Path file = root.resolve(name);
    Files.deleteIfExists(file);
    try {
      for (Path folder = file.getParent();
          folder != null && folder.startsWith(root) && !folder.equals(root);
          folder = folder.getParent()) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // What is in it is kept.
    }
  }

  @Override
  public Optional<Closeable> lock(String name) throws IOException {
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(root.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another run of this very process holds it: the same answer.
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(channel);
  }

  @Override
  public boolean locksOutOthers() {
    return true;
  }

  @Override
  public String toString() {
    return address();
  }
}
