package dev.newsfold.dedupe;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member with all that is derived from it for comparison, so that it is derived once. */
record Profile(FoldMember member, Headline headline, @Nullable Headline original, boolean broken) {
  private static final int BRIEF_CHARACTERS = 60;
  private static final int BRIEF_WORDS = 25;

  static Profile of(FoldMember member, Lore lore) {
    String original = member.originalHeadline();
    return new Profile(
        member,
        Headline.of(member.headline(), lore, member.site()),
        original == null ? null : Headline.of(original, lore, ""),
        member.sketch().isEmpty() || lore.failed().contains(member));
  }

  /** Whether the body is so short that a template could fill it by chance. */
  boolean brief() {
    return sketch().shingles() < (sketch().unspaced() ? BRIEF_CHARACTERS : BRIEF_WORDS);
  }

  Sketch sketch() {
    return member.sketch();
  }

  Set<String> slots() {
    return member.sketch().slots();
  }
}
