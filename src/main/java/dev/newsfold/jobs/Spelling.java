package dev.newsfold.jobs;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what was meant by a name that nobody knows. */
public final class Spelling {
  private Spelling() {}

  /** The known name that takes the fewest edits, in either case; empty if none is known. */
  public static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(one -> distance(one, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * A question to end a complaint with, as {@code "; did you mean --zone?"}. A name that is like
   * none that is known is met by the nearest without the question; where none is known, by nothing.
   *
   * @param sign what stands ahead of a name, as {@code --}
   */
  public static String hint(String name, Collection<String> known, String sign) {
    return nearest(name, known)
        .map(
            near ->
                isLike(near, name)
                    ? "; did you mean " + sign + near + "?"
                    : "; the nearest known one is " + sign + near)
        .orElse("");
  }

  /** Whether one may be a slip for the other: of three letters, one may be wrong. */
  private static boolean isLike(String known, String name) {
    return distance(known, name) <= Math.max(1, Math.max(known.length(), name.length()) / 3);
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }
}
