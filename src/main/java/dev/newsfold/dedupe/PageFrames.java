package dev.newsfold.dedupe;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Text that a site repeats on pages of unrelated headlines: its own presentation, a disclaimer, a
 * call for readers' letters. Of each body a few shingles are followed, those that hash lowest,
 * which are the same on all pages of a frame that is most of the text.
 */
public final class PageFrames {
  /** Nothing learnt. */
  public static final PageFrames NONE = new PageFrames(Set.of(), name -> {});

  /** Shingles of a body that are followed. */
  private static final int SAMPLES = 3;

  private final Set<String> names;
  private final Consumer<String> asked;

  private PageFrames(Set<String> names, Consumer<String> asked) {
    this.names = names;
    this.asked = asked;
  }

  /** The same, telling of each shingle of a site it is asked about. */
  PageFrames heardBy(Consumer<String> listener) {
    return new PageFrames(names, listener);
  }

  /** From what the observations were about. */
  static PageFrames of(Collection<String> names) {
    return new PageFrames(new HashSet<>(names), name -> {});
  }

  /** Those of an article's followed shingles that its site repeats. */
  Set<Integer> of(FoldMember member) {
    if (member.sketch().isEmpty() || member.site().isEmpty()) {
      return Set.of();
    }
    Set<Integer> repeated = new HashSet<>();
    for (int shingle : followed(member)) {
      String name = name(member, shingle);
      asked.accept(name);
      if (names.contains(name)) {
        repeated.add(shingle);
      }
    }
    return repeated;
  }

  /** Whether at least half of what two texts share, as far as followed, is such text. */
  static boolean shared(Profile a, Profile b) {
    Set<Integer> repeated = new HashSet<>(a.repeated());
    repeated.addAll(b.repeated());
    if (repeated.isEmpty()) {
      return false;
    }
    Set<Integer> shared = new HashSet<>();
    for (Profile one : new Profile[] {a, b}) {
      for (int shingle : followed(one.member())) {
        if (a.sketch().has(shingle) && b.sketch().has(shingle)) {
          shared.add(shingle);
        }
      }
    }
    long framed = shared.stream().filter(repeated::contains).count();
    return framed > 0 && 2 * framed >= shared.size();
  }

  /** The shingles of a body that are followed; it must not be empty. */
  static int[] followed(FoldMember member) {
    return member.sketch().smallest(SAMPLES);
  }

  /** A shingle of a site. */
  static String name(FoldMember member, int shingle) {
    return member.outlet() + '\t' + Integer.toHexString(shingle);
  }
}
