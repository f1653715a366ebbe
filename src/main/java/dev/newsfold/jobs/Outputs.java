package dev.newsfold.jobs;

import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The folders of runs that flags name. */
final class Outputs {
  private Outputs() {}

  /**
   * The folder that {@code --output} names.
   *
   * @throws JobException USAGE if it names none
   */
  static OutputFolder of(NewsfoldOptions options) throws JobException {
    String output = options.getOutput();
    if (!Stores.isStore(output)) {
      Path path = LocalPaths.of("output", output).toAbsolutePath().normalize();
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new JobException(ExitCode.USAGE, "--output is not a folder: " + path);
      }
    }
    return of("output", output, options);
  }

  /**
   * A folder that a flag names.
   *
   * @throws JobException USAGE if it names none
   */
  static OutputFolder of(String flag, String value, NewsfoldOptions options) throws JobException {
    if (Stores.isStore(value)) {
      return Stores.of(options).folder(value);
    }
    return new LocalFolder(LocalPaths.of(flag, value).toAbsolutePath().normalize());
  }

  /** The URI of a folder, without a slash at its end. */
  static String uri(OutputFolder folder) {
    String address = folder.address();
    if (Stores.isStore(address)) {
      return address;
    }
    String uri = Path.of(address).toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  /**
   * From when on a file stays that no manifest lists.
   *
   * @return {@link Instant#MAX} where a lock keeps all other runs out, so that none needs to stay
   */
  static Instant keepFrom(OutputFolder folder, NewsfoldOptions options, Clock clock)
      throws JobException {
    Duration grace = RunPlan.timeAgo("grace", options.getGrace());
    if (folder.locksOutOthers()) {
      return Instant.MAX;
    }
    Instant now = clock.instant();
    boolean always = grace.compareTo(Duration.between(Instant.EPOCH, now)) > 0;
    return always ? Instant.EPOCH : now.minus(grace);
  }
}
