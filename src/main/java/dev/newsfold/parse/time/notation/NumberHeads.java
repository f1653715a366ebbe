package dev.newsfold.parse.time.notation;

/**
 * Knows by the first digits of a number, and the char behind them, which notations of days may
 * begin with it: most numbers begin nothing. Learnt from the notations as they come, see {@link
 * dev.newsfold.parse.text.PrefilteredPattern}.
 */
final class NumberHeads {
  /** No day and no distance begins with more digits. */
  static final int MOST_DIGITS = 4;

  /** The bit of a distance: 3 days ago. */
  static final int DISTANCE = 1 << 30;

  /** The bits of all that may begin. */
  static final int ANY = -1;

  private static final int KNOWN = 1 << 31;

  /** By the number of digits and the char behind them. Racing threads write the same. */
  private static final int[][] AFTER_DIGITS = new int[MOST_DIGITS + 1][Character.MAX_VALUE + 1];

  private NumberHeads() {}

  /**
   * What may begin at a number of a text, in bits: one for each notation, by its ordinal, and
   * {@link #DISTANCE}; 0 for nothing.
   *
   * @param digits how many digits the number has
   */
  static int mayBegin(String text, int at, int digits) {
    if (digits > MOST_DIGITS || at + digits >= text.length()) {
      return 0;
    }
    char next = text.charAt(at + digits);
    int known = AFTER_DIGITS[digits][next];
    if (known == 0) {
      // The digit 1 may stand for any.
      String head = "1".repeat(digits) + next;
      known = KNOWN | (RelativeTime.mayBegin(head) ? DISTANCE : 0);
      for (DateNotation notation : DateNotation.values()) {
        known |= notation.mayBegin(head) ? 1 << notation.ordinal() : 0;
      }
      AFTER_DIGITS[digits][next] = known;
    }
    return known & ~KNOWN;
  }
}
