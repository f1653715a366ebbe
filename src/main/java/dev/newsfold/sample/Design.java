package dev.newsfold.sample;

import dev.newsfold.records.Precision;
import java.util.Set;

/**
 * How a kind of site lays out an article.
 *
 * <p>A design prints everything that the piece holds, each value as it stands: {@link #shows} has
 * already taken away what the design has no place for, so the piece is the truth of the page.
 */
interface Design {

  /** A short name, as in the truth file. */
  String name();

  Set<Piece.Shown> shows();

  /** How exactly it prints the publish time. */
  Precision precision();

  /** How many headlines run ahead of the article. */
  default int tickerSize() {
    return 0;
  }

  /** How many headlines are listed below the article. */
  default int relatedSize() {
    return 5;
  }

  /** The page. */
  String render(Piece piece, Dressing dressing);
}
