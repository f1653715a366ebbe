package dev.newsfold.captures.warc;

import java.io.IOException;

/** A stream in which damage may cost a piece, and not all that follows. */
public interface Resumable {

  /**
   * After damage, moves to the next piece that is whole as far as it can be told.
   *
   * @return false if there is none, or if all pieces share the damage
   */
  boolean resume() throws IOException;
}
