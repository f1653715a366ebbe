package dev.newsfold.dedupe;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member with what is derived from it for comparison, so that it is derived once, and only if
 * asked for: most pairs of a bucket are strangers by their bodies alone. Not for use by several
 * threads.
 */
final class Profile {
  private static final int BRIEF_CHARACTERS = 60;
  private static final int BRIEF_WORDS = 25;

  private final FoldMember member;
  private final CorpusStatistics statistics;
  private final boolean broken;
  private @Nullable Headline headline;
  private @Nullable Headline original;
  private @Nullable Set<Integer> repeated;

  private Profile(FoldMember member, CorpusStatistics statistics) {
    this.member = member;
    this.statistics = statistics;
    this.broken = member.sketch().isEmpty() || statistics.failed().contains(member);
  }

  static Profile of(FoldMember member, CorpusStatistics statistics) {
    return new Profile(member, statistics);
  }

  FoldMember member() {
    return member;
  }

  /** Whether there is no body to compare. */
  boolean broken() {
    return broken;
  }

  /** Whether the body is so short that a template could fill it by chance. */
  boolean brief() {
    return sketch().shingles() < (sketch().unspaced() ? BRIEF_CHARACTERS : BRIEF_WORDS);
  }

  Headline headline() {
    Headline made = headline;
    if (made == null) {
      made = Headline.of(member.headline(), statistics, member.site());
      headline = made;
    }
    return made;
  }

  /** The headline at the source (原标题); null if the page names none. */
  @Nullable Headline original() {
    String text = member.originalHeadline();
    if (original == null && text != null) {
      original = Headline.of(text, statistics, "");
    }
    return original;
  }

  /** The followed shingles of the body that its site repeats; see {@link PageFrames}. */
  Set<Integer> repeated() {
    Set<Integer> made = repeated;
    if (made == null) {
      made = statistics.frames().of(member);
      repeated = made;
    }
    return made;
  }

  Sketch sketch() {
    return member.sketch();
  }

  Set<String> slots() {
    return member.sketch().slots();
  }
}
