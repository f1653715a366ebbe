package dev.newsfold.dedupe;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member with all that is derived from it for comparison, so that it is derived once. */
record Profile(FoldMember member, Headline headline, @Nullable Headline original, boolean broken) {
  static Profile of(FoldMember member, Lore lore) {
    String original = member.originalHeadline();
    return new Profile(
        member,
        Headline.of(member.headline(), lore, member.site()),
        original == null ? null : Headline.of(original, lore, ""),
        member.sketch().isEmpty());
  }

  Sketch sketch() {
    return member.sketch();
  }

  Set<String> slots() {
    return member.sketch().slots();
  }
}
