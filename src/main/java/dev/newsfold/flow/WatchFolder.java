package dev.newsfold.flow;

import dev.newsfold.captures.FolderWatch;
import dev.newsfold.captures.InputFileRef;
import dev.newsfold.stores.StoreInputs;
import dev.newsfold.stores.Stores;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that come to lie below folders, for as long as the job runs: new ones, and such as are
 * replaced, once they are settled ({@link FolderWatch}).
 *
 * <p>What has been handed on is part of every checkpoint, so a job that resumes goes on where it
 * was. The folders are listed by every worker, and their files dealt out by path. No worker ever
 * runs out of work, for a task that has finished could not be part of a checkpoint at another
 * parallelism.
 */
public final class WatchFolder extends PTransform<PBegin, PCollection<InputFileRef>> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchFolder.class);
  private static final int BUCKETS = 4096;

  private final FilesSource source;

  private WatchFolder(FilesSource source) {
    this.source = source;
  }

  /**
   * Watches files, folders and globs.
   *
   * @param settle how long a file must stay as it is before it is read
   */
  public static WatchFolder of(List<String> inputs, Duration settle) {
    return new WatchFolder(new FilesSource(List.copyOf(inputs), settle, 0, 1, Clock.systemUTC()));
  }

  @Override
  public PCollection<InputFileRef> expand(PBegin begin) {
    return begin
        .apply("Watch", Read.from(source))
        .apply("Spread", Reshuffle.<InputFileRef>viaRandomKey().withNumBuckets(BUCKETS));
  }

  /** What a reader has seen and handed on. */
  record Marks(Map<String, FolderWatch.Mark> marks) implements UnboundedSource.CheckpointMark {
    @Override
    public void finalizeCheckpoint() {
      // The files stay where they are: nobody has to be told.
    }
  }

  static final class FilesSource extends UnboundedSource<InputFileRef, Marks> {
    private static final long serialVersionUID = 1L;

    private final List<String> inputs;
    private final Duration settle;
    private final int share;
    private final int shares;
    private final Clock clock;

    FilesSource(List<String> inputs, Duration settle, int share, int shares, Clock clock) {
      this.inputs = inputs;
      this.settle = settle;
      this.share = share;
      this.shares = shares;
      this.clock = clock;
    }

    @Override
    public List<FilesSource> split(int desired, PipelineOptions options) {
      return IntStream.range(0, desired)
          .mapToObj(i -> new FilesSource(inputs, settle, i, desired, clock))
          .toList();
    }

    @Override
    public FilesReader createReader(PipelineOptions options, @Nullable Marks marks) {
      return new FilesReader(
          this, Stores.of(options).inputs(), marks == null ? Map.of() : marks.marks());
    }

    @Override
    public Coder<Marks> getCheckpointMarkCoder() {
      return new FolderMarkCoder();
    }

    @Override
    public Coder<InputFileRef> getOutputCoder() {
      return new InputFileRefCoder();
    }
  }

  private static final class FilesReader extends UnboundedSource.UnboundedReader<InputFileRef> {
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final FilesSource source;
    private final FolderWatch watch;
    private final Duration pause;
    private java.time.Instant nextLook = java.time.Instant.MIN;
    private @Nullable InputFileRef current;
    private Instant currentAt = Instant.EPOCH;

    private FilesReader(
        FilesSource source, StoreInputs inputs, Map<String, FolderWatch.Mark> marks) {
      this.source = source;
      this.watch =
          new FolderWatch(
              inputs.whereAbsentIsEmpty(),
              inputs,
              source.inputs,
              source.settle,
              source.share,
              source.shares,
              marks);
      Duration half = source.settle.dividedBy(2);
      this.pause = half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
    }

    @Override
    public boolean start() {
      return advance();
    }

    @Override
    public boolean advance() {
      // A clock that is set back must not be followed: what is stamped behind the watermark is
      // late.
      java.time.Instant now =
          Collections.max(List.of(source.clock.instant(), Times.toJava(currentAt)));
      Optional<InputFileRef> next = watch.next();
      if (next.isEmpty() && !now.isBefore(nextLook)) {
        nextLook = now.plus(pause);
        try {
          watch.look(now);
        } catch (IOException e) {
          // A mount or a store that is away for a while is no reason to end a stream.
          LOG.warn("cannot look for files: {}", e.toString());
        }
        next = watch.next();
      }
      current = next.orElse(null);
      currentAt = Times.toJoda(now);
      return next.isPresent();
    }

    @Override
    public InputFileRef getCurrent() {
      InputFileRef file = current;
      if (file == null) {
        throw new NoSuchElementException();
      }
      return file;
    }

    @Override
    public Instant getCurrentTimestamp() {
      return currentAt;
    }

    /** Files come in any order of any time: this one tells only how far the looking is. */
    @Override
    public Instant getWatermark() {
      return currentAt;
    }

    @Override
    public Marks getCheckpointMark() {
      return new Marks(watch.marks());
    }

    @Override
    public UnboundedSource<InputFileRef, ?> getCurrentSource() {
      return source;
    }

    @Override
    public void close() {}
  }
}
