package dev.newsfold.captures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a path leads, so that two names of one place are told to be that. */
public final class RealPath {
  private RealPath() {}

  /** A path, absolute, without links in as much of it as is there. */
  public static Path of(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    for (Path there = whole; there != null; there = there.getParent()) {
      if (Files.exists(there)) {
        try {
          return there.toRealPath().resolve(there.relativize(whole));
        } catch (IOException e) {
          return whole;
        }
      }
    }
    return whole;
  }
}
