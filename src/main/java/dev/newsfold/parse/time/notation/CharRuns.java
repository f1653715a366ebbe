package dev.newsfold.parse.time.notation;

/** What the chars at a place of a folded text are a part of: a number, a word, neither. */
final class CharRuns {
  /** What may stand between a month's name and a number. */
  private static final int MOST_GAP = 3;

  /** Longer than the name of any month, and what is written in one with it. */
  private static final int LONGEST_WORD = 60;

  private CharRuns() {}

  static boolean isDigit(String text, int at) {
    return DateChars.kind(text.charAt(at)) == DateChars.DIGIT;
  }

  static boolean isLetter(String text, int at) {
    return DateChars.kind(text.charAt(at)) == DateChars.LETTER;
  }

  /** How many digits begin here, counted to one more than a day may begin with. */
  static int digits(String text, int at) {
    int end = at;
    while (end < text.length() && end - at <= NumberHeads.MOST_DIGITS && isDigit(text, end)) {
      end++;
    }
    return end - at;
  }

  /**
   * Whether a number follows the word that begins here, as it does the name of a month; never
   * behind a word longer than any that stands in a day.
   */
  static boolean hasNumberBehind(String text, int at) {
    int i = at;
    int longest = Math.min(text.length(), at + LONGEST_WORD);
    while (i < longest && (isLetter(text, i) || DateChars.isMark(text.charAt(i)))) {
      i++;
    }
    int last = Math.min(text.length(), i + MOST_GAP + 1);
    while (i < last) {
      if (isDigit(text, i)) {
        return true;
      }
      i++;
    }
    return false;
  }

  /** Inside 192.168.10.20 or 1/20/2020/09: not the start of a day. */
  static boolean continuesNumber(String text, int at) {
    return at > 1
        && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == '/')
        && Character.isDigit(text.charAt(at - 2));
  }

  /** "-2020-09-25": a sign, not a dash between words. */
  static boolean isSigned(String text, int start) {
    return start == 1 && text.charAt(0) == '-';
  }

  static int endOfWord(String text, int at) {
    int end = at + 1;
    while (end < text.length() && isLetter(text, end)) {
      end++;
    }
    return end;
  }
}
