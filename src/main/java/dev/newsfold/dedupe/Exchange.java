package dev.newsfold.dedupe;

/**
 * Two headlines that exchange some words, held against both bodies. A headline may be rewritten as
 * one likes; but where the body under it has its words and the other body has not, and the other
 * way round, the words name what the two items are about.
 *
 * @param left the share of the left headline's own words that only the left body has
 * @param right the same of the right
 * @param agreed whether a body has most of the words that are the other headline's own
 */
record Exchange(double left, double right, boolean agreed) {
  /** Of a name set into a headline, the characters next to it make pairs that no body need have. */
  private static final double NAMED = 0.4;

  private static final double AGREED = 0.5;

  /** A set of words as full as this proves nothing. */
  private static final double VAGUE = 0.4;

  static Exchange of(Profile a, Headline one, Profile b, Headline other) {
    Vocabulary left = a.sketch().vocabulary();
    Vocabulary right = b.sketch().vocabulary();
    int[] onlyOne = Grams.without(one.content(), other.grams());
    int[] onlyOther = Grams.without(other.content(), one.grams());
    boolean clear = left.error() < VAGUE && right.error() < VAGUE;
    return new Exchange(
        share(left.alone(onlyOne, right), onlyOne.length),
        share(right.alone(onlyOther, left), onlyOther.length),
        clear && (has(right, onlyOne) || has(left, onlyOther)));
  }

  /** Whether each text is about what its own headline names, and not about the other's. */
  boolean differs() {
    return left >= NAMED && right >= NAMED;
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private static boolean has(Vocabulary text, int[] words) {
    return words.length > 0 && text.share(words) >= AGREED + text.error() / 2;
  }
}
