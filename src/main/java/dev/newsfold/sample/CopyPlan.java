package dev.newsfold.sample;

import dev.newsfold.records.Relation;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a copy does to the text, and when it appears. */
final class CopyPlan {
  private CopyPlan() {}

  /** Percent of copies that try each edit; the rest take the text as it is. */
  private static final int DATELINE = 25;

  private static final int ABRIDGED = 14;
  private static final int LATE = 9;
  private static final int MISSING = 5;

  /** Paragraphs below which nobody abridges a text. */
  private static final int ABRIDGED_FROM = 6;

  /** The edit of the body, or null for none. */
  static @Nullable Edit bodyEdit(Opening opening, @Nullable Dateline dateline, Dice dice) {
    int percentile = dice.below(100);
    if (opening.column() != null) {
      return null;
    }
    if (opening.isBrief()) {
      return dateline == null && percentile < 60 ? Edit.OPENER_ON_BRIEF : null;
    }
    int left = percentile - DATELINE;
    if (left < 0) {
      return dateline == null ? Edit.DATELINE_ADDED : Edit.DATELINE_DROPPED;
    }
    left -= ABRIDGED;
    if (left < 0) {
      return opening.size() >= ABRIDGED_FROM ? Edit.ABRIDGED : null;
    }
    left -= LATE;
    if (left < 0) {
      return Edit.LATE_REPOST;
    }
    left -= MISSING;
    return left < 0 ? Edit.BODY_MISSING : null;
  }

  /**
   * When the copy appears: mostly within two days, an abridged one within one, a late one in a
   * week.
   */
  static OffsetDateTime time(
      OffsetDateTime original, @Nullable Edit edit, ZoneOffset zone, Dice dice) {
    OffsetDateTime time = original.withOffsetSameInstant(zone);
    if (edit == Edit.BODY_MISSING) {
      // The same day in every zone of the sample, as the day is all that tells it from another.
      return time.plusSeconds(dice.between(1, 59));
    }
    if (edit == Edit.LATE_REPOST) {
      return time.plusMinutes(dice.between(6 * 24 * 60, 8 * 24 * 60));
    }
    int longest = edit == Edit.ABRIDGED ? 14 * 60 : 46 * 60;
    return time.plusSeconds(60L * dice.between(8, longest) + dice.below(60));
  }

  static Relation relation(@Nullable Edit edit) {
    if (edit == Edit.ABRIDGED) {
      return Relation.ABRIDGED;
    }
    return edit == Edit.BODY_MISSING ? Relation.HEADLINE_ONLY : Relation.COPY;
  }
}
