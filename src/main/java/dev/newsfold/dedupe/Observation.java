package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * What articles say, one by one, about names, columns and failed extractions. Observations about
 * the same thing add up in any order and grouping: each counts different values by keeping the
 * smallest, as many as are ever needed.
 *
 * @param about what it is about: a suffix of a site ({@code s}), a headline key ({@code h}), a body
 *     ({@code f}), a shingle of a site ({@code p})
 * @param first headlines that end in the suffix; days of the headline; headlines of which the body
 *     says nothing; headlines over the shingle
 * @param second bodies of the headline; for a body and a shingle the headlines again, by another
 *     hash; otherwise empty
 */
public record Observation(String about, List<Long> first, List<Long> second) {
  /** Different values that make a thing remarkable. */
  private static final int ENOUGH = 3;

  /** The same of text that a site repeats: one text may well stand under a few headlines. */
  private static final int ENOUGH_PAGES = 8;

  static final char SUFFIX = 's';
  static final char HEADLINE = 'h';
  static final char FAILURE = 'f';
  static final char FRAME = 'p';

  /** What one article lets observe. */
  public static List<Observation> of(FoldMember member) {
    List<Observation> seen = new ArrayList<>();
    HeadlineParts parts = HeadlineParts.of(member.headline(), SiteSuffixes.NONE, member.site());
    List<String> behind = new ArrayList<>(parts.names());
    behind.addAll(
        parts.segments().subList(Math.min(1, parts.segments().size()), parts.segments().size()));
    for (String segment : behind) {
      String name = SiteSuffixes.name(member.site(), FoldedText.letters(segment));
      seen.add(
          new Observation(
              SUFFIX + name, hashes(FoldedText.letters(parts.segments().get(0))), List.of()));
    }
    Sketch sketch = member.sketch();
    if (!sketch.isEmpty() && member.publishDay() != null) {
      // Edited copies of one body mostly share the smallest hash, and count as one.
      seen.add(
          new Observation(
              HEADLINE + parts.key(),
              List.of(member.publishDay().toEpochDay()),
              List.of((long) sketch.minima(1)[0])));
    }
    // Rewritten headlines have words in common, and mostly the one that hashes lowest or highest.
    int[] content = parts.content();
    List<Long> lowest = List.of(content.length == 0 ? 0L : content[0]);
    List<Long> highest = List.of(content.length == 0 ? 0L : content[content.length - 1]);
    if (!sketch.isEmpty() && FailedBodies.silent(member, content)) {
      seen.add(new Observation(FAILURE + FailedBodies.name(member), lowest, highest));
    }
    if (!sketch.isEmpty() && !member.site().isEmpty()) {
      for (int shingle : PageFrames.followed(member)) {
        seen.add(new Observation(FRAME + PageFrames.name(member, shingle), lowest, highest));
      }
    }
    return seen;
  }

  /** Both together; they must be about the same. */
  public Observation plus(Observation other) {
    int limit = enough(about);
    return new Observation(
        about, smallest(first, other.first, limit), smallest(second, other.second, limit));
  }

  /** Whether it was seen often enough to go by. */
  public boolean remarkable() {
    return remarkable(about, first.size(), second.size());
  }

  /** Whether so many different values are enough to go by. */
  public static boolean remarkable(String about, int first, int second) {
    int enough = enough(about);
    return first >= enough && (about.charAt(0) == SUFFIX || second >= enough);
  }

  private static int enough(String about) {
    return about.charAt(0) == FRAME ? ENOUGH_PAGES : ENOUGH;
  }

  private static List<Long> hashes(String text) {
    return List.of(Shingles.hash(text));
  }

  private static List<Long> smallest(List<Long> a, List<Long> b, int limit) {
    TreeSet<Long> all = new TreeSet<>(a);
    all.addAll(b);
    List<Long> few = new ArrayList<>(all);
    return Collections.unmodifiableList(few.subList(0, Math.min(limit, few.size())));
  }
}
