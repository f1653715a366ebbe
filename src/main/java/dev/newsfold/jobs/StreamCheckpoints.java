package dev.newsfold.jobs;

import dev.newsfold.sinks.LocalFolder;
import dev.newsfold.sinks.OutputFolder;
import dev.newsfold.stores.Stores;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.runtime.checkpoint.Checkpoints;
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

  private static final Pattern METADATA = Pattern.compile("([^/]+/(chk-[0-9]{1,18}))/_metadata");

  private static final Pattern NUMBERED = Pattern.compile("chk-[0-9]{1,18}");

  private final NewsfoldOptions options;
  private final Set<String> given;
  private final String folder;

  private StreamCheckpoints(NewsfoldOptions options, Set<String> given, String folder) {
    this.options = options;
    this.given = given;
    this.folder = folder;
  }

  /** The checkpoints of a stream into {@code output}, where the flags that are given say so. */
  static StreamCheckpoints of(NewsfoldOptions options, OutputFolder output, Set<String> given)
      throws JobException {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (!given.contains("stateBackendStoragePath")) {
      flink.setStateBackendStoragePath(Outputs.uri(output) + "/.checkpoints");
    }
    StoreFileSystems.reachBy(options);
    return new StreamCheckpoints(options, given, flink.getStateBackendStoragePath());
  }

  static boolean resumes(NewsfoldOptions options) {
    return options.getResume() || options.as(FlinkPipelineOptions.class).getSavepointPath() != null;
  }

  /** Whether one was completed, and is still there. */
  boolean areThere() throws IOException {
    return newest().isPresent();
  }

  /**
   * Sets the flags that are not given, and what to go on from.
   *
   * @throws JobException if there is nothing to go on from, or nothing that may be
   */
  void configure() throws JobException, IOException {
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
    if (flink.getSavepointPath() != null) {
      refuseOutdated(flink.getSavepointPath());
    } else if (options.getResume()) {
      flink.setSavepointPath(newest().orElseThrow(this::nothingToResume).address());
    }
    if (flink.getSavepointPath() != null && FlinkSettings.isEmbedded(flink)) {
      // Beam hands this flag to clusters only; a local one reads it from its configuration.
      FlinkSettings.embed(
          flink, Map.of(SavepointConfigOptions.SAVEPOINT_PATH.key(), flink.getSavepointPath()));
    }
  }

  /** A checkpoint that was completed. */
  private record Complete(String address, long number) {}

  private Optional<Complete> newest() throws IOException {
    List<Complete> complete = Stores.isStore(folder) ? inStore() : onThisMachine();
    return complete.stream().max(Comparator.comparingLong(Complete::number));
  }

  private List<Complete> inStore() throws IOException {
    OutputFolder checkpoints = Stores.of(options).folder(folder);
    List<Complete> complete = new ArrayList<>();
    for (OutputFolder.Entry file : checkpoints.list()) {
      Matcher name = METADATA.matcher(file.name());
      if (name.matches()) {
        complete.add(
            new Complete(checkpoints.address() + '/' + name.group(1), number(name.group(2))));
      }
    }
    return complete;
  }

  private List<Complete> onThisMachine() throws IOException {
    List<Complete> complete = new ArrayList<>();
    for (Path job : inside(local(folder))) {
      for (Path checkpoint : inside(job)) {
        String name = String.valueOf(checkpoint.getFileName());
        if (NUMBERED.matcher(name).matches() && Files.exists(checkpoint.resolve("_metadata"))) {
          complete.add(new Complete(checkpoint.toUri().toString(), number(name)));
        }
      }
    }
    return complete;
  }

  /** What lies in a folder; nothing where that goes meanwhile, as Flink clears up behind a job. */
  private static List<Path> inside(Path folder) throws IOException {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      paths.forEach(inside::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return inside;
  }

  /** Flink numbers checkpoints and savepoints in one row, which a job that resumes goes on with. */
  private static long number(String name) {
    return Long.parseLong(name.substring("chk-".length()));
  }

  /** Refuses a savepoint that a checkpoint has followed: what came of that is published. */
  private void refuseOutdated(String savepoint) throws JobException, IOException {
    OutputFolder point =
        Stores.isStore(savepoint)
            ? Stores.of(options).folder(savepoint)
            : new LocalFolder(local(savepoint));
    Optional<Complete> newest = newest();
    if (newest.isEmpty() || !point.exists("_metadata")) {
      return;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(point.open("_metadata")))) {
      ClassLoader loader = StreamCheckpoints.class.getClassLoader();
      if (Checkpoints.loadCheckpointMetadata(in, loader, savepoint).getCheckpointId()
          < newest.get().number()) {
        throw new JobException(
            ExitCode.USAGE,
            savepoint
                + " is older than "
                + newest.get().address()
                + ", of which files are published; --resume goes on from there");
      }
    }
  }

  private static Path local(String location) {
    return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
  }

  private JobException nothingToResume() {
    return new JobException(
        ExitCode.NO_INPUT,
        "no checkpoint to resume from in "
            + folder
            + "; a stream that has published nothing begins anew without --resume");
  }
}
