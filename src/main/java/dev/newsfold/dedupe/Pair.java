package dev.newsfold.dedupe;

/**
 * Two articles to be compared.
 *
 * @param earlier id of the one that comes first among candidates
 * @param later id of the other
 */
public record Pair(String earlier, String later) {
  static Pair of(Candidate a, Candidate b) {
    return Candidate.EARLIEST.compare(a, b) <= 0
        ? new Pair(a.id(), b.id())
        : new Pair(b.id(), a.id());
  }
}
