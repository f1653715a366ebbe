package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which pairs of a bucket are compared: in time and number nearly linear in its size, whatever is
 * in it, and depending on nothing but what is in it.
 *
 * <ul>
 *   <li>Of up to {@value #SMALL} candidates each is paired with each.
 *   <li>A larger bucket is divided by time into periods that overlap a horizon from key to key, and
 *       a period again by a second, finer look at the text. In each of these groups, each candidate
 *       is paired with the group's <i>hubs</i>, the earliest candidate and the most central one,
 *       and with the {@value #NEIGHBOURS} that come just before it in time.
 *   <li>Undated candidates of a larger bucket are paired with the hubs of the whole bucket, too.
 * </ul>
 *
 * <p>Pairs only have to connect what belongs together: stories are made of connected articles, and
 * compare them again ({@link StoryAssembly}). Hubs bring the copies of a page together, however
 * often it was copied; neighbours keep those connected that lie too far from a hub in time.
 */
public final class Buckets {
  /** Up to so many candidates are paired each with each. */
  static final int SMALL = 16;

  /** With how many candidates just before it one of a larger group is paired. */
  static final int NEIGHBOURS = 2;

  private static final int BAND = 4;

  private Buckets() {}

  /**
   * Names the pairs of a bucket; a pair may be named more than once.
   *
   * @param key the candidate key that the bucket stands for
   */
  public static void pairs(String key, Collection<Candidate> bucket, Consumer<Pair> out) {
    List<Candidate> sorted = new ArrayList<>(bucket);
    sorted.sort(Candidate.EARLIEST);
    if (sorted.size() <= SMALL) {
      eachWithEach(sorted, out);
      return;
    }
    boolean byBody = CandidateKeys.isBody(key);
    Map<String, List<Candidate>> groups = new TreeMap<>();
    List<Candidate> undated = new ArrayList<>();
    for (Candidate candidate : sorted) {
      for (String group : groupsOf(key, candidate)) {
        groups.computeIfAbsent(group, k -> new ArrayList<>()).add(candidate);
      }
      if (!candidate.dated()) {
        undated.add(candidate);
      }
    }
    groups.values().forEach(group -> pairsOfGroup(group, byBody, out));
    withHubs(hubs(sorted), undated, byBody, out);
  }

  /** Names the pairs of a group, whose candidates come in their order. */
  private static void pairsOfGroup(List<Candidate> group, boolean byBody, Consumer<Pair> out) {
    if (group.size() <= SMALL) {
      eachWithEach(group, out);
      return;
    }
    withHubs(hubs(group), group, byBody, out);
    for (int i = 1; i < group.size(); i++) {
      for (int j = Math.max(0, i - NEIGHBOURS); j < i; j++) {
        pair(group.get(j), group.get(i), byBody, out);
      }
    }
  }

  private static void withHubs(
      List<Candidate> hubs, List<Candidate> others, boolean byBody, Consumer<Pair> out) {
    for (Candidate hub : hubs) {
      others.forEach(candidate -> pair(hub, candidate, byBody, out));
    }
  }

  /** Near copies that share a headline share bands of their bodies, too, and are left to those. */
  private static void pair(Candidate a, Candidate b, boolean byBody, Consumer<Pair> out) {
    if (!a.id().equals(b.id()) && a.mayMatch(b) && (byBody || !a.nearCopy(b))) {
      out.accept(Pair.of(a, b));
    }
  }

  /** The earliest of some candidates, and the one whose body is most like all of theirs. */
  private static List<Candidate> hubs(List<Candidate> sorted) {
    Candidate earliest = sorted.get(0);
    Candidate central = Candidate.mostCentral(sorted);
    return central.id().equals(earliest.id()) ? List.of(earliest) : List.of(earliest, central);
  }

  /**
   * The names of the groups of a large bucket that a candidate belongs to.
   *
   * <p>A bucket of body bands is divided by periods of twice the horizon. These begin on other days
   * for each band, so that two copies at most a horizon apart are in one period in at least half of
   * the bands. Each period is divided once more by four more minima, others for each band, and that
   * of the first band by the whole text. Buckets of headlines are divided by periods of two days
   * that overlap.
   */
  static List<String> groupsOf(String key, Candidate candidate) {
    long day = candidate.dated() ? candidate.day() : 0;
    String time = candidate.dated() ? "/" : "/u";
    if (!CandidateKeys.isBody(key) || candidate.broken()) {
      return candidate.dated() ? List.of(time + day, time + (day - 1)) : List.of(time);
    }
    int band = CandidateKeys.band(key);
    int horizon = CrossPostRule.HORIZON_DAYS;
    String period = time + Math.floorDiv(day + band * horizon / 3L, 2L * horizon);
    List<String> groups = new ArrayList<>(3);
    groups.add(period);
    groups.add(period + '/' + minima(candidate.signature(), band));
    if (band == 0) {
      groups.add(period + "/x" + Long.toString(candidate.digest(), 36));
    }
    return groups;
  }

  private static String minima(byte[] signature, int band) {
    int four = 0;
    for (int i = 0; i < BAND; i++) {
      four = four << 8 | signature[band * BAND + i] & 0xff;
    }
    return Integer.toString(four, 36);
  }

  private static void eachWithEach(List<Candidate> few, Consumer<Pair> out) {
    for (int i = 0; i < few.size(); i++) {
      for (int j = i + 1; j < few.size(); j++) {
        if (few.get(i).mayMatch(few.get(j))) {
          out.accept(Pair.of(few.get(i), few.get(j)));
        }
      }
    }
  }
}
