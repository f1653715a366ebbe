package dev.newsfold.sinks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes files of this machine so that who opens one finds all of it, also once power was lost. */
final class WholeFiles {
  private static final int FORCED_AT_ONCE = 32;

  private WholeFiles() {}

  /** Writes a file, in place of the one that is there. */
  static void replace(Path file, byte[] bytes) throws IOException {
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

  /** Writes a file unless there is one; returns whether there was none. */
  static boolean createNew(Path file, byte[] bytes) throws IOException {
    Path temporary = written(file, bytes);
    try {
      return link(file, temporary);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Java does not tell a folder without links from one that failed; what fails here throws.
      return createWithoutLinks(file, bytes);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Gives a file another name, whole at once, and only if there is none: a rename would replace.
   */
  static boolean link(Path file, Path temporary) throws IOException {
    try {
      Files.createLink(file, temporary);
      return true;
    } catch (FileAlreadyExistsException e) {
      // NFS repeats a request whose answer was lost; then what is there is our own.
      return Files.isSameFile(file, temporary);
    }
  }

  /** On file systems that have no links. A kill right here may leave a part of the file. */
  static boolean createWithoutLinks(Path file, byte[] bytes) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    boolean whole = false;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      write(channel, bytes);
      channel.force(true);
      whole = true;
      return true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
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

  /** Forces files to the disk: file systems commit those together that wait together. */
  static void force(List<Path> files) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(FORCED_AT_ONCE);
    try {
      List<Future<?>> forced = new ArrayList<>();
      for (Path file : files) {
        forced.add(
            threads.submit(
                () -> {
                  force(file);
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

  static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** The folder of a file, made if need be. */
  static Path folderOf(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("no folder to write " + file + " in");
    }
    return Files.createDirectories(folder);
  }
}
