package dev.newsfold.jobs;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where a job writes to. */
final class Outputs {
  /** Of two letters at least: {@code c:} is a drive. */
  private static final Pattern STORE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,15}:/.*");

  private Outputs() {}

  /**
   * The folder that {@code --output} names.
   *
   * @throws JobException USAGE if it names none
   */
  static Path of(NewsfoldOptions options) throws JobException {
    return local("output", options.getOutput()).toAbsolutePath().normalize();
  }

  /**
   * A path of this machine, as which the name of an object in a store would go, too.
   *
   * @throws JobException USAGE if it is empty, cannot be a path, or names a store
   */
  static Path local(String flag, String value) throws JobException {
    if (value.isBlank()) {
      throw new JobException(ExitCode.USAGE, "--" + flag + " is empty: an unset variable, maybe?");
    }
    if (STORE.matcher(value).matches() && !value.startsWith("file:/")) {
      throw new JobException(
          ExitCode.USAGE,
          "--"
              + flag
              + "="
              + value
              + " is no path of this machine; stores are not read or written yet");
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new JobException(ExitCode.USAGE, "--" + flag + ": " + e.getMessage(), e);
    }
  }
}
