package dev.newsfold.dedupe;

import dev.newsfold.records.Fuller;
import dev.newsfold.records.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An article and one that it may have taken its text from.
 *
 * @param overlap the shingles that their bodies share
 */
record CopyPair(FoldMember copy, FoldMember original, SketchOverlap overlap) {
  /** Lengths that differ by less are the same: a dateline, or (完) at the end, is no more text. */
  private static final double SAME_LENGTH = .05;

  private static final int SECONDS_OF_MINUTE = 60;

  /** Compares the bodies of two articles. */
  static CopyPair of(FoldMember copy, FoldMember original) {
    return new CopyPair(copy, original, copy.sketch().overlap(original.sketch()));
  }

  /** Whether both have a text. */
  boolean comparable() {
    return !copy.sketch().isEmpty() && !original.sketch().isEmpty();
  }

  /** Jaccard similarity of the bodies, 0 to 1. */
  double similarity() {
    return overlap.jaccard();
  }

  /**
   * How well the original accounts for the copy, 0 to 1: the mean of how much of the copy's text it
   * holds and of how alike they are, so that an abridgement finds its full text, and a full text
   * not the digest of news that holds it among others.
   */
  double likeness() {
    return (overlap.leftInRight() + overlap.jaccard()) / 2;
  }

  boolean sameText() {
    return comparable() && copy.sketch().digest() == original.sketch().digest();
  }

  /** Seconds from the original's publish time to the copy's; null unless both state the time. */
  @Nullable Long lagSeconds() {
    Instant from = time(original);
    Instant to = time(copy);
    return from == null || to == null ? null : Duration.between(from, to).toSeconds();
  }

  /** Why it is not known that the original came first; null if it is. */
  @Nullable String doubt() {
    LocalDate from = original.publishDay();
    LocalDate to = copy.publishDay();
    if (from == null || to == null) {
      return to == null ? "it is undated" : "the other is undated";
    }
    Long lag = lagSeconds();
    if (lag == null) {
      return from.isBefore(to) ? null : "one of the two states its day only";
    }
    boolean minutes =
        copy.precision() == Precision.MINUTE || original.precision() == Precision.MINUTE;
    if (lag > 0 && (!minutes || minute(original) < minute(copy))) {
      return null;
    }
    return lag < 0 ? "the other states a later time" : "both state the same time";
  }

  /** Which of the two has the fuller text. */
  Fuller fuller() {
    int mine = copy.sketch().length();
    int its = original.sketch().length();
    if (!comparable()) {
      return Fuller.UNKNOWN;
    } else if (Math.abs(mine - its) < SAME_LENGTH * Math.max(mine, its)) {
      return Fuller.EQUAL;
    }
    return mine > its ? Fuller.COPY : Fuller.ORIGINAL;
  }

  /** The publish time of an article that states more than its day. */
  private static @Nullable Instant time(FoldMember member) {
    Precision precision = member.precision();
    return precision == null || precision == Precision.DAY ? null : member.publishedAt();
  }

  private static long minute(FoldMember member) {
    Instant time = time(member);
    return time == null ? 0 : Math.floorDiv(time.getEpochSecond(), SECONDS_OF_MINUTE);
  }
}
