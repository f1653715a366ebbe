package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which pairs of a bucket are compared: in time and number linear in its size, whatever is in it,
 * and depending on nothing but what is in it.
 *
 * <ul>
 *   <li>Of up to {@value #SMALL} candidates each is paired with each.
 *   <li>A larger bucket falls into parts, by the candidates' days and a second, finer look at their
 *       text ({@link #parts}).
 *   <li>In a part of up to {@value #SMALL} again each is paired with each; in a larger one only
 *       with its hubs, the {@value #HUBS} earliest.
 * </ul>
 *
 * <p>So a page copied 100,000 times makes large parts, in which all are compared with the earliest,
 * and a column of as many days makes many small ones. What can only meet in buckets and parts that
 * are both large, and is like none of their hubs, is not found.
 *
 * <p>A bucket need not be held to be paired: what is too large to hold is dealt out to its parts,
 * and a part's hubs can be picked while it passes by.
 */
public final class Buckets {
  /** Up to so many candidates are paired each with each. */
  static final int SMALL = 16;

  /** How many candidates of a larger part the others are paired with. */
  static final int HUBS = 2;

  private static final int BAND = 4;

  private Buckets() {}

  /** Pairs of a whole bucket. */
  public static void pairs(String key, Collection<Candidate> bucket, Consumer<Pair> out) {
    if (bucket.size() <= SMALL) {
      eachWithEach(bucket, out);
      return;
    }
    Map<String, List<Candidate>> parts = new TreeMap<>();
    for (Candidate candidate : bucket) {
      for (String part : parts(key, candidate)) {
        parts.computeIfAbsent(part, k -> new ArrayList<>()).add(candidate);
      }
    }
    parts.forEach((name, part) -> pairsOfPart(name, part, out));
  }

  /** Pairs of a whole part. */
  public static void pairsOfPart(String name, Collection<Candidate> part, Consumer<Pair> out) {
    if (part.size() <= SMALL) {
      eachWithEach(part, out);
      return;
    }
    List<Candidate> hubs = List.of();
    for (Candidate candidate : part) {
      hubs = hubs(hubs, candidate);
    }
    for (Candidate candidate : part) {
      pairs(name, hubs, candidate, out);
    }
  }

  /**
   * Pairs of a candidate with the hubs of its part, where that is a large one. Near copies that
   * share a headline have large parts by their bodies too, and are left to those.
   */
  public static void pairs(
      String part, List<Candidate> hubs, Candidate candidate, Consumer<Pair> out) {
    boolean byBody = CandidateKeys.isBody(part);
    for (Candidate hub : hubs) {
      // Among themselves, hubs pair once.
      if (Candidate.EARLIEST.compare(hub, candidate) < 0
          && hub.mayMatch(candidate)
          && (byBody || !hub.nearCopy(candidate))) {
        out.accept(Pair.of(hub, candidate));
      }
    }
  }

  /** The hubs with one more candidate: the earliest, earliest first. */
  public static List<Candidate> hubs(List<Candidate> hubs, Candidate next) {
    if (hubs.size() == HUBS && Candidate.EARLIEST.compare(next, hubs.get(HUBS - 1)) >= 0) {
      return hubs;
    }
    List<Candidate> more = new ArrayList<>(hubs);
    more.add(next);
    more.sort(Candidate.EARLIEST);
    return List.copyOf(more.subList(0, Math.min(HUBS, more.size())));
  }

  /**
   * The names of the parts of a large bucket that a candidate belongs to, unique among all buckets.
   *
   * <p>A bucket of body bands is divided by four more minima, others for each band, and by periods
   * of twice the horizon. These begin on other days for each band, so that two copies at most a
   * horizon apart are in one period in at least half of the bands. The bucket of the first band is
   * divided once more by the whole text, for copies within a column. Buckets of headlines are
   * divided by periods of two days that overlap.
   */
  public static List<String> parts(String key, Candidate candidate) {
    long day = candidate.dated() ? candidate.day() : 0;
    String time = candidate.dated() ? "/" : "/u";
    if (!CandidateKeys.isBody(key) || candidate.broken()) {
      return candidate.dated()
          ? List.of(key + time + day, key + time + (day - 1))
          : List.of(key + time);
    }
    int band = CandidateKeys.band(key);
    int horizon = CrossPostRule.HORIZON_DAYS;
    long period = Math.floorDiv(day + band * horizon / 3L, 2L * horizon);
    List<String> parts = new ArrayList<>(2);
    parts.add(key + time + period + '/' + minima(candidate.signature(), band));
    if (band == 0) {
      parts.add(key + time + period + "/x" + Long.toString(candidate.digest(), 36));
    }
    return parts;
  }

  private static String minima(byte[] signature, int band) {
    int four = 0;
    for (int i = 0; i < BAND; i++) {
      four = four << 8 | signature[band * BAND + i] & 0xff;
    }
    return Integer.toString(four, 36);
  }

  private static void eachWithEach(Collection<Candidate> few, Consumer<Pair> out) {
    List<Candidate> left = new ArrayList<>(few);
    for (int i = 0; i < left.size(); i++) {
      for (int j = i + 1; j < left.size(); j++) {
        if (left.get(i).mayMatch(left.get(j))) {
          out.accept(Pair.of(left.get(i), left.get(j)));
        }
      }
    }
  }
}
