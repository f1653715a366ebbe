package dev.newsfold.captures;

/** A count with its noun, as English has it, and the same in every locale. */
public final class Quantity {
  private static final int GROUP = 3;

  private Quantity() {}

  /** A count of what takes an s: {@code 1 day}, {@code 1,200 days}. */
  public static String of(long count, String one) {
    return of(count, one, one + 's');
  }

  /** A count of what has another plural: {@code 1 story}, {@code 2 stories}. */
  public static String of(long count, String one, String many) {
    return grouped(count) + ' ' + (count == 1 ? one : many);
  }

  /** A number with commas between thousands. */
  public static String grouped(long count) {
    String digits = Long.toString(count);
    int first = count < 0 ? 1 : 0;
    if (digits.length() - first <= GROUP) {
      return digits;
    }
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - GROUP; at > first; at -= GROUP) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }
}
