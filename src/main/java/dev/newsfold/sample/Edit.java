package dev.newsfold.sample;

import java.util.Locale;

/** What real portals do to an article they take over, or to their own later on. */
public enum Edit {
  // The headline of a copy.
  KICKER,
  SERIES,
  PICTURE,
  STRAIGHT_QUOTES,
  CORNER_QUOTES,
  HALF_WIDTH,
  SPACE_FOR_COMMA,
  TRUNCATED,
  EXTENDED,
  EXPANDED,
  NUMBER_WORDING,
  REORDERED,
  ALL_CAPITALS,
  CORRECTED,
  REPEATED,
  UPDATED,
  TICKER_SYMBOL,
  TRADITIONAL_SCRIPT,
  // A headline of its own, with the one at the source named (原标题) where the design does so.
  ORIGINAL_SAME,
  ORIGINAL_LIGHTLY_EDITED,
  ORIGINAL_REWRITTEN,
  // The page's metadata.
  OG_TITLE_CUT,
  // The body of a copy.
  DATELINE_ADDED,
  DATELINE_DROPPED,
  OPENER_ON_BRIEF,
  ABRIDGED,
  LATE_REPOST,
  BODY_MISSING,
  // In place, between two captures of one address.
  HEADLINE_TOUCHED,
  HEADLINE_PARTLY_REWRITTEN,
  HEADLINE_REWRITTEN,
  HEADLINE_SHORTENED,
  HEADLINE_EXTENDED,
  HEADLINE_PUNCTUATED,
  PARAGRAPH_ADDED,
  SENTENCE_DROPPED;

  /** As in the truth file: {@code late-repost}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
