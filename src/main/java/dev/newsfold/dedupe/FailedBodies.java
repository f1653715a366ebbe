package dev.newsfold.dedupe;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Bodies that stand under several headlines and speak of none of them: navigation, a consent
 * committable or an error that an extraction took for the article. They say nothing about it, and
 * count as missing. The sites do not matter: one committable stands on many.
 */
public final class FailedBodies {
  /** Nothing learnt. */
  public static final FailedBodies NONE = new FailedBodies(Set.of(), body -> {});

  /** A body with less than this share of a headline's words does not speak of it. */
  private static final double SILENT = 0.2;

  /** One with more speaks of it, whatever else it stands under: by chance few have so much. */
  private static final double SPEAKS = 0.5;

  private final Set<String> names;
  private final Consumer<String> asked;

  private FailedBodies(Set<String> names, Consumer<String> asked) {
    this.names = names;
    this.asked = asked;
  }

  /** The same, telling of each body it is asked about. */
  FailedBodies heardBy(Consumer<String> listener) {
    return new FailedBodies(names, listener);
  }

  /** From what the observations were about. */
  static FailedBodies of(Collection<String> names) {
    return new FailedBodies(new HashSet<>(names), body -> {});
  }

  /** Whether an article's body is none. */
  boolean contains(FoldMember member) {
    String name = name(member);
    asked.accept(name);
    return names.contains(name)
        && spoken(member, HeadlineParts.of(member.headline(), SiteSuffixes.NONE, "").content())
            < SPEAKS;
  }

  /**
   * Whether an article's body says nothing of its headline.
   *
   * @param headline {@link HeadlineParts#content} of it
   */
  static boolean silent(FoldMember member, int[] headline) {
    return spoken(member, headline) < SILENT;
  }

  private static double spoken(FoldMember member, int[] headline) {
    return member.sketch().vocabulary().share(headline);
  }

  /** A body, wherever it stands. */
  static String name(FoldMember member) {
    return Long.toHexString(member.sketch().digest());
  }
}
