package dev.newsfold.sinks;

import dev.newsfold.aggregate.MapsInOrder;
import dev.newsfold.captures.Digests;
import java.nio.ByteBuffer;
import org.apache.avro.generic.IndexedRecord;

/**
 * The total order of the records of one thing, of which the first counts:
 *
 * <ol>
 *   <li>the highest revision, as the schemas promise;
 *   <li>the latest output, of several that were folded onto each other;
 *   <li>a record that withdraws the thing, ahead of one that tells of it;
 *   <li>the highest digest of the content, so that it does not depend on the order of files, nor on
 *       their names.
 * </ol>
 *
 * <p>The first three are one number, a rank, which tells nearly always. Of records that are equal
 * in all of this there is nothing to choose.
 */
public final class Precedence {
  private Precedence() {}

  /**
   * The rank of a record: the higher one counts.
   *
   * @param output of several outputs a later one has a higher number; 0 or more
   * @return 0 or more; odd if the record withdraws its thing
   */
  public static long rank(IndexedRecord item, int output) {
    return (long) Revisions.revisionOf(item) << 32
        | (long) output << 1
        | (Revisions.isWithdrawn(item) ? 1 : 0);
  }

  /** Whether a record of this rank withdraws its thing. */
  public static boolean isWithdrawn(long rank) {
    return (rank & 1) != 0;
  }

  /** What decides between records of one rank: the higher one counts. */
  public static long digest(IndexedRecord item) {
    return ByteBuffer.wrap(Digests.newSha256().digest(MapsInOrder.encode(item))).getLong();
  }

  /** Above 0 if the first of two records of one thing counts, below if the second does. */
  public static int compare(IndexedRecord a, int outputOfA, IndexedRecord b, int outputOfB) {
    int order = Long.compare(rank(a, outputOfA), rank(b, outputOfB));
    return order != 0 ? order : Long.compare(digest(a), digest(b));
  }

  /** The one that counts of two records of one thing, of one output. */
  public static <T extends IndexedRecord> T first(T a, T b) {
    return compare(a, 0, b, 0) >= 0 ? a : b;
  }
}
