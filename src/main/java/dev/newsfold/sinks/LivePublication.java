package dev.newsfold.sinks;

import dev.newsfold.records.Notice;
import dev.newsfold.records.Pulse;
import dev.newsfold.records.StagedFile;
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
 * {@code run.json} lists it, which is replaced by one rename. The list only ever grows, and adding
 * a file that it has changes nothing; so whoever is not sure to have added one may add it again, in
 * any order, after any failure. Files that it does not list belong to an attempt that failed, and
 * stay unread.
 */
public final class LivePublication {
  /** The firing that the totals are of. */
  public static final String FIRING = "firing";

  /** Captures whose fate is not known yet. */
  public static final String UNEXPLAINED = "unexplained";

  /** Records that were sent out by then, but are in no file that is listed. */
  public static final String UNLISTED = "unlisted";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private LivePublication() {}

  /**
   * Adds files, and the latest of the sums, to the list.
   *
   * @throws IOException if there is no list, or others hold the output folder for too long
   */
  public static void add(RunLayout layout, List<Notice> notices)
      throws IOException, InterruptedException {
    try (OutputLock lock = lock(layout)) {
      RunManifest before =
          RunManifest.read(layout.manifest())
              .orElseThrow(() -> new IOException("no run.json in " + layout.output()));
      RunManifest after = with(before, notices);
      if (!after.equals(before)) {
        AvroFiles.replace(layout.manifest(), after.toJson());
      }
    }
  }

  static RunManifest with(RunManifest manifest, List<Notice> notices) {
    Map<String, RunManifest.DataFile> files = new TreeMap<>();
    manifest.files().forEach(file -> files.put(file.path(), file));
    SortedMap<String, Long> totals = new TreeMap<>(manifest.totals());
    String firedAt = manifest.finishedAt();
    SortedMap<String, Long> known = manifest.sent();
    Map<String, Long> sent = known == null ? Map.of() : known;
    for (Notice notice : notices) {
      StagedFile file = notice.getFile();
      Pulse pulse = notice.getPulse();
      if (file != null) {
        files.put(file.getPath(), RunManifest.DataFile.of(file));
      }
      if (pulse != null && pulse.getRevision() > totals.getOrDefault(FIRING, 0L)) {
        totals.putAll(pulse.getTotals());
        totals.put(FIRING, (long) pulse.getRevision());
        firedAt = pulse.getFiredAt().toString();
        sent = pulse.getWritten();
      }
    }
    List<RunManifest.DataFile> listed = new ArrayList<>(files.values());
    SortedMap<String, RunManifest.Count> counts = RunManifest.countsOf(listed);
    totals.put(UNEXPLAINED, unexplained(totals));
    totals.put(UNLISTED, unlisted(counts, sent));
    return new RunManifest(
        manifest.job(),
        manifest.runId(),
        manifest.startedAt(),
        firedAt,
        manifest.versions(),
        manifest.options(),
        totals,
        counts,
        null,
        listed,
        new TreeMap<>(sent));
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

  private static OutputLock lock(RunLayout layout) throws IOException, InterruptedException {
    for (long left = PATIENCE.dividedBy(PAUSE); left > 0; left--) {
      Optional<OutputLock> lock = OutputLock.take(layout);
      if (lock.isPresent()) {
        return lock.get();
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new IOException("another run holds " + layout.output());
  }
}
