package dev.newsfold.dedupe;

/** Numbers written in Han characters: 二〇二五 digit by digit, 三十五 and 一千二百 by places. */
final class HanNumeral {
  private static final String DIGITS = "〇一二三四五六七八九";

  /** Of what 万 or 亿 multiplies; no number that is written so has as much. */
  private static final long LIMIT = 10_000_000_000L;

  private HanNumeral() {}

  /** Whether a character is part of such numbers. */
  static boolean is(char c) {
    return DIGITS.indexOf(c) >= 0 || c == '零' || c == '两' || place(c) > 1;
  }

  /**
   * The value of a run of them. 万 and 亿 multiply what stands before them: 一万亿 is 10^12, 一亿二千万 120
   * millions. A run too long to be a number has some value, the same for the same run.
   */
  static String value(String run) {
    boolean places = run.chars().anyMatch(c -> place((char) c) > 1);
    if (!places) {
      StringBuilder digits = new StringBuilder();
      run.chars().forEach(c -> digits.append(digit((char) c)));
      return digits.toString();
    }
    long total = 0;
    long largest = 0;
    long section = 0;
    long pending = 0;
    for (int i = 0; i < run.length(); i++) {
      long place = place(run.charAt(i));
      if (place <= 1) {
        pending = digit(run.charAt(i));
      } else if (place < 10_000) {
        section += Math.max(pending, 1) * place;
        pending = 0;
      } else {
        long own = section + pending;
        total =
            own == 0 || place > largest
                ? Math.max((total + own) % LIMIT, 1) * place
                : total + own * place;
        largest = place;
        section = 0;
        pending = 0;
      }
    }
    return Long.toString(total + section + pending);
  }

  private static int digit(char c) {
    return c == '两' ? 2 : Math.max(0, DIGITS.indexOf(c));
  }

  private static long place(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 1;
    };
  }
}
