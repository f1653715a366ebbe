package dev.newsfold.sinks;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of this machine, or of a file system that is mounted on it. */
public final class LocalFolder implements OutputFolder {
  private static final int FORCED_AT_ONCE = 32;

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
    Path file = root.resolve(name);
    Path temporary = written(file, bytes);
    boolean moved = false;
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      moved = true;
    } finally {
      if (!moved) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  @Override
  public boolean createNew(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Path temporary = written(file, bytes);
    try {
      // Whole at once, and only if there is none: a rename would replace it.
      Files.createLink(file, temporary);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
      return createWithoutLinks(file, bytes);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** On file systems that have no links. A kill right here may leave a part of the file. */
  private static boolean createWithoutLinks(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      write(channel, bytes);
      channel.force(true);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** A file beside another, with these bytes, that is on disk. */
  private static Path written(Path file, byte[] bytes) throws IOException {
    Path temporary = newFileIn(folderOf(file));
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      write(channel, bytes);
      // A rename may reach the disk before the bytes do.
      channel.force(true);
      return temporary;
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /** An empty file, which whoever may read the folder's other files may read, too. */
  private static Path newFileIn(Path folder) throws IOException {
    // Files.createTempFile would let none but its owner read it.
    for (int number = 0; ; number++) {
      Path file =
          folder.resolve(".writing-" + ProcessHandle.current().pid() + "-" + number + ".tmp");
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // Another thread's, or left by a process that was killed.
      }
    }
  }

  @Override
  public void fill(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    folderOf(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      write(channel, bytes);
    }
  }

  @Override
  public void fill(String name, Path bytes) throws IOException {
    Path file = root.resolve(name);
    folderOf(file);
    try (FileChannel from = FileChannel.open(bytes, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long done = 0; done < from.size(); ) {
        done += from.transferTo(done, from.size() - done, to);
      }
    }
  }

  /** File systems commit those together that wait together. */
  @Override
  public void settle(List<String> names) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(FORCED_AT_ONCE);
    try {
      List<Future<?>> forced = new ArrayList<>();
      for (String name : names) {
        forced.add(
            threads.submit(
                () -> {
                  force(root.resolve(name));
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

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
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

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** The folder of a file, made if need be. */
  private static Path folderOf(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("no folder to write " + file + " in");
    }
    return Files.createDirectories(folder);
  }
}
