package dev.newsfold;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the trace of a failure, of which people are told one line, for those who need it. */
final class FailureLog {
  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

  private FailureLog() {}

  /** Writes the trace into a new file that its owner alone can read; nothing if it cannot be. */
  static Optional<Path> write(Throwable failure) {
    try {
      Path file = Files.createTempFile(TemporaryFiles.shared(), "newsfold-failure-", ".log");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        failure.printStackTrace(writer);
      }
      return Optional.of(file);
    } catch (IOException e) {
      LOG.debug("the trace cannot be kept", e);
      return Optional.empty();
    }
  }
}
