package dev.newsfold.captures.warc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name under which a page can be sought, or under which a revisit record seeks the page that it
 * repeats.
 *
 * @param name a hash of it; whoever finds a page by it compares the names
 * @param rank of a revisit, how sure the name is: 0 is the surest; {@link #PAGE} of a page
 * @param place of the record: its offset in its file; or its number among all records of a file
 *     that holds them where no offset leads, as a ZIP does
 * @param millis when it was captured, since 1970; {@link Long#MIN_VALUE} if that is not told
 */
public record Clue(long name, int rank, long place, long millis) {
  /** The rank of all names of a page. */
  public static final int PAGE = -1;

  /** Names from this rank on are addresses, whose page may have changed in between. */
  static final int FIRST_ADDRESS = 2;

  static Clue of(long name, int rank, long place, @Nullable Instant captured) {
    return new Clue(name, rank, place, captured == null ? Long.MIN_VALUE : captured.toEpochMilli());
  }

  public boolean isPage() {
    return rank == PAGE;
  }

  /** Whether this, of a revisit, may mean a page. */
  public boolean mayMean(Clue page) {
    return name == page.name && (rank < FIRST_ADDRESS || page.millis <= millis);
  }
}
