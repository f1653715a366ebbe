package dev.newsfold.dedupe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Minima and maxima of instants, where null stands for none. */
public final class Instants {
  private Instants() {}

  /** The earlier of two instants. */
  public static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  /** The later of two instants. */
  public static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
