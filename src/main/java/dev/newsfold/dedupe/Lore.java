package dev.newsfold.dedupe;

import java.util.Collection;

/**
 * What was learnt from all articles of a run before any two are compared.
 *
 * @param suffixes names that sites put behind their headlines
 * @param generic headlines that belong to no single story
 */
public record Lore(SiteSuffixes suffixes, GenericHeadlines generic) {
  /** Nothing learnt. */
  public static final Lore NONE = new Lore(SiteSuffixes.NONE, GenericHeadlines.NONE);

  /** Learnt from members in memory. */
  public static Lore learn(Collection<FoldMember> members) {
    SiteSuffixes suffixes = SiteSuffixes.learn(members);
    return new Lore(suffixes, GenericHeadlines.learn(members, suffixes));
  }
}
