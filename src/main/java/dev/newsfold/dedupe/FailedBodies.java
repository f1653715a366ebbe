package dev.newsfold.dedupe;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Bodies that a site shows under several headlines: navigation, a consent notice or a script that
 * an extraction took for the article. They say nothing about it, and count as missing.
 */
public final class FailedBodies {
  /** Nothing learnt. */
  public static final FailedBodies NONE = new FailedBodies(Set.of());

  private final Set<String> names;

  private FailedBodies(Set<String> names) {
    this.names = names;
  }

  /** From what the observations were about. */
  static FailedBodies of(Collection<String> names) {
    return new FailedBodies(new HashSet<>(names));
  }

  boolean contains(FoldMember member) {
    return !names.isEmpty() && names.contains(name(member));
  }

  /** A body of a site. */
  static String name(FoldMember member) {
    return member.site() + '\t' + Long.toHexString(member.sketch().digest());
  }
}
