package dev.newsfold.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.runtime.jobgraph.SavepointConfigOptions;

/**
 * How a stream is checkpointed, where flags do not say otherwise: every ten seconds, exactly once,
 * below {@code .checkpoints} in the output folder, and kept when the job is cancelled.
 */
final class StreamCheckpoints {
  private static final long INTERVAL_MILLIS = 10_000;

  /**
   * Beam has a buffer of stable input for each checkpoint that may be under way, and one more. A
   * buffer is used again after so many checkpoints, whether or not its own was completed: more
   * buffers than failed checkpoints and savepoints can ever follow on each other.
   */
  private static final int BUFFERS = 8;

  private static final long RETRY_DELAY_MILLIS = 1000;

  private StreamCheckpoints() {}

  static boolean resumes(NewsfoldOptions options) {
    return options.getResume() || options.as(FlinkPipelineOptions.class).getSavepointPath() != null;
  }

  static void configure(NewsfoldOptions options, Path output, Set<String> given)
      throws JobException, IOException {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    flink.setStreaming(true);
    flink.setAttachedMode(false);
    if (!given.contains("checkpointingInterval")) {
      flink.setCheckpointingInterval(INTERVAL_MILLIS);
    }
    if (!given.contains("numConcurrentCheckpoints")) {
      flink.setNumConcurrentCheckpoints(BUFFERS);
    }
    if (!given.contains("finishBundleBeforeCheckpointing")) {
      flink.setFinishBundleBeforeCheckpointing(true);
    }
    if (!given.contains("externalizedCheckpointsEnabled")) {
      flink.setExternalizedCheckpointsEnabled(true);
      flink.setRetainExternalizedCheckpointsOnCancellation(true);
    }
    if (!given.contains("numberOfExecutionRetries")) {
      // Whatever a cluster says of jobs that end.
      flink.setNumberOfExecutionRetries(Integer.MAX_VALUE);
    }
    if (!given.contains("executionRetryDelay")) {
      flink.setExecutionRetryDelay(RETRY_DELAY_MILLIS);
    }
    if (!given.contains("stateBackend")) {
      flink.setStateBackend("filesystem");
    }
    if (!given.contains("stateBackendStoragePath")) {
      flink.setStateBackendStoragePath(output.resolve(".checkpoints").toUri().toString());
    }
    if (options.getResume() && flink.getSavepointPath() == null) {
      flink.setSavepointPath(newest(flink.getStateBackendStoragePath()).toUri().toString());
    }
    if (flink.getSavepointPath() != null && FlinkSettings.isEmbedded(flink)) {
      // Beam hands this flag to clusters only; a local one reads it from its configuration.
      FlinkSettings.embed(
          flink, Map.of(SavepointConfigOptions.SAVEPOINT_PATH.key(), flink.getSavepointPath()));
    }
  }

  /** The newest checkpoint that was completed below a folder. */
  private static Path newest(String storage) throws JobException, IOException {
    Path folder = Path.of(URI.create(storage));
    if (!Files.isDirectory(folder)) {
      throw nothingToResume(folder);
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      Optional<Path> metadata =
          files
              .filter(file -> file.endsWith("_metadata"))
              .max(Comparator.comparing(StreamCheckpoints::writtenAt));
      Path found = metadata.map(Path::getParent).orElse(null);
      if (found == null) {
        throw nothingToResume(folder);
      }
      return found;
    }
  }

  private static FileTime writtenAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JobException nothingToResume(Path folder) {
    return new JobException(ExitCode.NO_INPUT, "no checkpoint to resume from in " + folder);
  }
}
