package dev.newsfold.jobs;

import dev.newsfold.stores.Stores;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The paths of this machine that flags name. */
final class LocalPaths {
  private LocalPaths() {}

  /**
   * A path of this machine, or one as a {@code file:} URI, as which the name of an object in a
   * store would go, too.
   *
   * @throws JobException USAGE if it is empty, cannot be a path, or names a store
   */
  static Path of(String flag, String value) throws JobException {
    if (value.isBlank()) {
      // Taken for a path, it would be the folder that the run was started in.
      throw new JobException(
          ExitCode.USAGE, "--" + flag + " is empty, or has an empty part: is a variable unset?");
    }
    Optional<String> unreachable = Stores.unreachable(value);
    if (unreachable.isPresent()) {
      throw new JobException(ExitCode.USAGE, "--" + flag + "=" + value + " " + unreachable.get());
    }
    try {
      return value.startsWith("file:/") ? Path.of(URI.create(value)) : Path.of(value);
    } catch (IllegalArgumentException e) {
      throw new JobException(ExitCode.USAGE, "--" + flag + ": " + e.getMessage(), e);
    }
  }
}
