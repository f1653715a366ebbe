package dev.newsfold.onefold;

import java.nio.file.Path;

/** Sets that lie outside of the project, to be read in place where they are there. */
final class Shared {
  private Shared() {}

  /** A file of the sets of articles to be folded. */
  static Path fold(String file) {
    return Path.of(System.getProperty("newsfold.shared", "../shared"), "bench", "fold")
        .resolve(file);
  }
}
