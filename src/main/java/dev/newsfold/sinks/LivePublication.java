package dev.newsfold.sinks;

import dev.newsfold.records.Committable;
import dev.newsfold.records.StagedFile;
import dev.newsfold.records.StreamProgress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the finished files of a stream visible, as they come.
 *
 * <p>Files lie in their places already, named by their content. A file is there for readers once
 * the newest manifest lists it, itself or in a list that it names ({@link Manifests}). What is
 * listed only ever grows, and adding a file that is listed changes nothing; so whoever is not sure
 * to have added one may add it again, in any order, after any failure. Files that are not listed
 * belong to an attempt that failed, and stay unread.
 *
 * <p>A manifest holds some thousands of files at most. When more come, it hands them to a list of
 * their own ({@link FileList}): that is written first, named by its content, and counts from the
 * manifest on which names it. Killed in between, nothing has changed.
 *
 * <p>Only the stream that {@code run.json} was written for adds to it. Where a folder was taken up
 * by another one, because this had published nothing and was thought dead, it never will.
 */
public final class LivePublication {
  /** The firing that the totals are of. */
  public static final String FIRING = "firing";

  /**
   * How often totals were told: of one firing several times, with more of what is made behind it.
   */
  public static final String TOLD = "told";

  /** Captures whose fate is not known yet. */
  public static final String UNEXPLAINED = "unexplained";

  /** What is on its way to headlines and versions, which are made behind the firings. */
  public static final String UNDER_WAY = "underWay";

  /**
   * Records that were sent out by then, but are in no file that is listed; and what was under way
   * to headlines and versions.
   */
  public static final String UNLISTED = "unlisted";

  /** Half a megabyte, some times a second. */
  private static final int MOST = 2000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final RunLayout layout;
  private final int most;
  private final SealedFiles sealed;

  /**
   * Publishes for one stream.
   *
   * @param layout of its output folder, and the id that its {@code run.json} bears
   */
  public LivePublication(RunLayout layout) {
    this(layout, MOST);
  }

  LivePublication(RunLayout layout, int most) {
    this.layout = layout;
    this.most = most;
    this.sealed = new SealedFiles(layout.output());
  }

  /**
   * Adds files, and the latest of the sums, to what is listed.
   *
   * @throws IOException if there is no {@code run.json}, or it is of another stream, or others hold
   *     the output folder for too long
   */
  public void add(List<Committable> committables) throws IOException, InterruptedException {
    try (OutputLock lock = lock()) {
      boolean published = false;
      while (!published) {
        published = tryToAdd(committables);
      }
    }
  }

  /** False if somebody else has published meanwhile. */
  private boolean tryToAdd(List<Committable> committables) throws IOException {
    OutputFolder output = layout.output();
    Manifests.Newest newest = Manifests.newest(output);
    RunManifest before = newest.manifest();
    if (before == null) {
      throw new IOException("no run.json in " + output.address());
    }
    if (!before.runId().equals(layout.runId())) {
      throw new IOException(
          output.address() + " belongs to " + before.runId() + ", not to " + layout.runId());
    }
    RunManifest after = with(before, committables);
    if (after.equals(before)) {
      return true;
    }
    RunManifest sealedNow = seal(after);
    if (!Manifests.publish(output, newest.number() + 1, sealedNow)) {
      return false;
    }
    Manifests.copy(output, sealedNow);
    Manifests.prune(output);
    return true;
  }

  private RunManifest with(RunManifest manifest, List<Committable> committables)
      throws IOException {
    List<RunManifest.DataFile> added = unlisted(manifest, committables);
    SortedMap<String, RunManifest.Count> counts = new TreeMap<>(manifest.datasets());
    RunManifest.countsOf(added)
        .forEach((dataset, count) -> counts.merge(dataset, count, RunManifest.Count::plus));
    SortedMap<String, Long> totals = new TreeMap<>(manifest.totals());
    String firedAt = manifest.finishedAt();
    SortedMap<String, Long> known = manifest.sent();
    Map<String, Long> sent = known == null ? Map.of() : known;
    for (Committable committable : committables) {
      StreamProgress progress = committable.getProgress();
      if (progress != null && isNewer(progress, totals)) {
        totals.putAll(progress.getTotals());
        totals.put(FIRING, (long) progress.getRevision());
        totals.put(TOLD, progress.getNumber());
        totals.put(UNDER_WAY, progress.getUnderWay());
        firedAt = progress.getFiredAt().toString();
        sent = progress.getWritten();
      }
    }
    totals.put(UNEXPLAINED, unexplained(totals));
    totals.put(UNLISTED, unlisted(counts, sent) + totals.getOrDefault(UNDER_WAY, 0L));
    return manifest.toBuilder()
        .finishedAt(firedAt)
        .totals(totals)
        .listed(RunManifest.merge(manifest.files(), added), counts)
        .sent(new TreeMap<>(sent))
        .build();
  }

  private static boolean isNewer(StreamProgress progress, Map<String, Long> totals) {
    long firing = totals.getOrDefault(FIRING, 0L);
    return progress.getRevision() > firing
        || progress.getRevision() == firing && progress.getNumber() > totals.getOrDefault(TOLD, 0L);
  }

  /** The files that are told of and neither in the manifest nor in one of its lists. */
  private List<RunManifest.DataFile> unlisted(RunManifest manifest, List<Committable> committables)
      throws IOException {
    Map<String, RunManifest.DataFile> files = new TreeMap<>();
    for (Committable committable : committables) {
      StagedFile file = committable.getFile();
      if (file != null) {
        files.put(file.getPath(), RunManifest.DataFile.of(file));
      }
    }
    manifest.files().forEach(file -> files.remove(file.path()));
    sealed.among(files.values(), manifest.sealedLists()).forEach(files::remove);
    return List.copyOf(files.values());
  }

  /** Hands files to lists of their own, so that no more than {@link #most} stay. */
  private RunManifest seal(RunManifest manifest) throws IOException {
    List<RunManifest.DataFile> files = manifest.files();
    List<FileList> lists = new ArrayList<>(manifest.sealedLists());
    int from = 0;
    for (; files.size() - from > most; from += most) {
      lists.add(FileList.write(layout.output(), files.subList(from, from + most)));
    }
    return manifest.toBuilder().sealed(lists, files.subList(from, files.size())).build();
  }

  private static long unexplained(Map<String, Long> totals) {
    return totals.getOrDefault("captures", 0L)
        - totals.getOrDefault("articles", 0L)
        - totals.getOrDefault("recaptures", 0L)
        - totals.getOrDefault("rejections", 0L)
        - totals.getOrDefault("skips", 0L);
  }

  private static long unlisted(Map<String, RunManifest.Count> counts, Map<String, Long> sent) {
    return sent.entrySet().stream()
        .mapToLong(
            dataset ->
                Math.max(
                    0,
                    dataset.getValue()
                        - counts.getOrDefault(dataset.getKey(), RunManifest.Count.NONE).records()))
        .sum();
  }

  private OutputLock lock() throws IOException, InterruptedException {
    for (long left = PATIENCE.dividedBy(PAUSE); left > 0; left--) {
      Optional<OutputLock> lock = OutputLock.take(layout);
      if (lock.isPresent()) {
        return lock.get();
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new IOException("another run holds " + layout.output().address());
  }
}
