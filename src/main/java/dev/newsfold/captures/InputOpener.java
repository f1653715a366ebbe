package dev.newsfold.captures;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens an input file by its location, from its first byte. */
@FunctionalInterface
public interface InputOpener {

  /**
   * @throws IOException if there is no such file, or it may not be read
   */
  InputStream open(String location) throws IOException;

  /** Opens local files, given as {@code file:} URIs or as plain paths. */
  static InputOpener local() {
    return location -> Files.newInputStream(localPath(location));
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
