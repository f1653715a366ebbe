package dev.newsfold.dedupe;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Bodies that a site shows under several headlines: navigation, a consent notice or a script that
 * an extraction took for the article. They say nothing about it, and count as missing.
 */
public final class FailedBodies {
  /** Nothing learnt. */
  public static final FailedBodies NONE = new FailedBodies(Set.of(), body -> {});

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

  boolean contains(FoldMember member) {
    String name = name(member);
    asked.accept(name);
    return names.contains(name);
  }

  /** A body of a site. */
  static String name(FoldMember member) {
    return member.site() + '\t' + Long.toHexString(member.sketch().digest());
  }
}
