package dev.newsfold.captures.warc;

import java.util.Comparator;

/** A name that a revisit seeks, and the same name of a record that may be the page it repeats. */
public record ClueMatch(Clue sought, Clue page) {

  /** The surest name first; then the latest page that is not later. */
  public static final Comparator<ClueMatch> LIKELIEST_FIRST =
      Comparator.<ClueMatch>comparingInt(match -> match.sought.rank())
          .thenComparing(match -> match.page.millis() > match.sought.millis())
          .thenComparing(match -> match.page.millis(), Comparator.reverseOrder());
}
