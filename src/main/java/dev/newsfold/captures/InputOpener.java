package dev.newsfold.captures;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens an input file by its location. */
@FunctionalInterface
public interface InputOpener {
  /** The size of a file of which only reading it tells. */
  long UNKNOWN_SIZE = -1;

  /**
   * Opens a file at its first byte.
   *
   * @throws IOException if there is no such file, or it may not be read
   */
  InputStream open(String location) throws IOException;

  /**
   * Opens a file at the byte {@code from}; the file's end if it is shorter. Stores should override
   * this: it is called for each part of a large file, and here passes all that comes before.
   */
  default InputStream open(String location, long from) throws IOException {
    InputStream file = open(location);
    long left = from;
    while (left > 0) {
      long skipped = file.skip(left);
      if (skipped == 0 && file.read() < 0) {
        return file;
      }
      left -= Math.max(skipped, 1);
    }
    return file;
  }

  /** The size of a file in bytes; {@link #UNKNOWN_SIZE} if it cannot be told without reading. */
  default long size(String location) throws IOException {
    return UNKNOWN_SIZE;
  }

  /** Opens local files, given as {@code file:} URIs or as plain paths. */
  static InputOpener local() {
    return new InputOpener() {
      @Override
      public InputStream open(String location) throws IOException {
        return Files.newInputStream(localPath(location));
      }

      @Override
      public InputStream open(String location, long from) throws IOException {
        if (from == 0) {
          return open(location);
        }
        return Channels.newInputStream(Files.newByteChannel(localPath(location)).position(from));
      }

      @Override
      public long size(String location) throws IOException {
        // A pipe has no size; it is read as it comes.
        Path path = localPath(location);
        return Files.isRegularFile(path) ? Files.size(path) : UNKNOWN_SIZE;
      }
    };
  }

  /** The path of a local file. */
  static Path localPath(String location) throws IOException {
    try {
      return location.startsWith("file:/") ? Path.of(URI.create(location)) : Path.of(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("no local file: " + location, e);
    }
  }
}
