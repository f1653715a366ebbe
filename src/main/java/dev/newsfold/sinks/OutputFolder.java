package dev.newsfold.sinks;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder that runs write and others read: of this machine, or of a store. Names of files are
 * given below it, with {@code /} as separator. No file is ever renamed.
 */
public interface OutputFolder {
  /**
   * A file.
   *
   * @param name below the folder
   * @param bytes how large it is
   * @param changed when it was written, in milliseconds since 1970
   */
  record Entry(String name, long bytes, long changed) {}

  /** The folder's path or URI, without a slash at its end: what workers find it by. */
  String address();

  /** Where it lies, told in one way whatever way it was named. */
  default String place() {
    return address();
  }

  /** A folder in this one. */
  OutputFolder below(String name);

  /** The files in it, at any depth, in the order of their names; none where there is no folder. */
  List<Entry> list() throws IOException;

  /** Whether nothing at all is in it, or there is no such folder. */
  default boolean isFree() throws IOException {
    return list().isEmpty();
  }

  /** Whether there is such a file. */
  boolean exists(String name) throws IOException;

  /**
   * A file from its first byte.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  InputStream open(String name) throws IOException;

  /**
   * Puts a file in its place, at once: a reader sees the old file, or the new one, or none, also
   * after the power has failed.
   */
  void write(String name, byte[] bytes) throws IOException;

  /**
   * Writes a file that nobody reads before {@link #settle} was told of it. Two attempts may write
   * the same bytes to it at once.
   */
  void fill(String name, byte[] bytes) throws IOException;

  /** The same with the bytes of a file of this machine. */
  default void fill(String name, Path bytes) throws IOException {
    fill(name, Files.readAllBytes(bytes));
  }

  /** Sees to it that files which were filled outlast a loss of power. */
  void settle(List<String> names) throws IOException;

  /**
   * Makes a file that is not there yet, at once. Of several who try only one succeeds.
   *
   * @return false if it is there, with other bytes or by another's hand
   */
  boolean createNew(String name, byte[] bytes) throws IOException;

  /** Removes a file; nothing if there is none. */
  void delete(String name) throws IOException;

  /**
   * Holds a file so that others on this machine find it held; nothing if another holds it. It tells
   * early what {@link #createNew} would tell in the end. A folder that cannot hold files is only
   * marked as an output, so that whoever comes after a kill may take it up.
   */
  default Optional<Closeable> lock(String name) throws IOException {
    createNew(name, new byte[0]);
    return Optional.of(() -> {});
  }

  /**
   * Whether a lock keeps all others out. If not, a file that nobody lists may be of a run that is
   * about to list it.
   */
  default boolean locksOutOthers() {
    return false;
  }

  /** Removes a folder in it, with all its files. */
  default void deleteAll(String folder) throws IOException {
    for (Entry file : below(folder).list()) {
      delete(folder + '/' + file.name());
    }
  }

  /** All bytes of a file. */
  default byte[] read(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }

  /** A file of text in UTF-8. */
  default String readText(String name) throws IOException {
    return new String(read(name), StandardCharsets.UTF_8);
  }
}
