package dev.newsfold.cluster;

import java.util.Random;

/** Random numbers by name, the same in every run; another {@code -Dnewsfold.seed} makes others. */
final class Seeds {
  private static final long SEED = Long.getLong("newsfold.seed", 20200925);

  private Seeds() {}

  /** Numbers of the name's own: of seeds that lie close together, the first ones do, too. */
  static Random random(String name) {
    return new Random(SEED ^ (long) name.hashCode() << Integer.SIZE);
  }
}
