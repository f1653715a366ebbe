package dev.newsfold.aggregate;

import dev.newsfold.records.DownstreamSums;
import dev.newsfold.records.StreamProgress;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings together how far the coordinator of a stream is and how far that is which is made
 * elsewhere and later: its headlines, sightings and versions. All numbers only grow, but for {@code
 * open}, and each is the sum of all that has happened; so it can be told whether all that the
 * coordinator has heard of has come there.
 */
public final class LiveProgress {
  private LiveProgress() {}

  /** What has happened, added to what had happened before. */
  public static DownstreamSums add(DownstreamSums a, DownstreamSums b) {
    return DownstreamSums.newBuilder()
        .setCaptures(a.getCaptures() + b.getCaptures())
        .setArticles(a.getArticles() + b.getArticles())
        .setOpen(a.getOpen() + b.getOpen())
        .setSightings(a.getSightings() + b.getSightings())
        .setHeadlines(a.getHeadlines() + b.getHeadlines())
        .setCompared(a.getCompared() + b.getCompared())
        .setVersions(a.getVersions() + b.getVersions())
        .build();
  }

  /**
   * The sums of a firing with those of what is made behind it.
   *
   * <p>A step tells in one word that news has come to it and what news it sends on. So once as many
   * captures and articles were heard of here as at the coordinator, all news that came of them is
   * in {@code open} until it is said; and all that was said, is counted. So are versions, once as
   * many articles were compared as the coordinator has placed.
   *
   * @param sightings whether they are written, too
   */
  public static StreamProgress of(
      StreamProgress progress, DownstreamSums sums, long number, boolean sightings) {
    SortedMap<String, Long> written = new TreeMap<>(progress.getWritten());
    long articles = written.getOrDefault("articles", 0L);
    written.put("headlines", sums.getHeadlines());
    written.put("versions", sums.getVersions());
    if (sightings) {
      written.put("sightings", sums.getSightings());
    }
    return StreamProgress.newBuilder(progress)
        .setWritten(written)
        .setNumber(number)
        .setUnderWay(
            Math.max(0, progress.getHeard() - sums.getCaptures())
                + Math.max(0, articles - sums.getArticles())
                + Math.max(0, articles - sums.getCompared())
                + Math.max(0, sums.getOpen()))
        .build();
  }
}
