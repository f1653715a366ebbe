package dev.newsfold.parse.people;

/** Tells names in scripts that have no capitals, where a label says that one stands there. */
final class CaselessNames {
  private static final int MAX_WORDS = 4;

  private CaselessNames() {}

  /** True for two to four words of such a script: नोरा शर्मा, نورة الشمري. */
  static boolean isFullName(String name) {
    String[] words = name.split(" ", MAX_WORDS + 1);
    return words.length > 1
        && words.length <= MAX_WORDS
        && name.codePoints().allMatch(c -> c == ' ' || c == '-' || isCaseless(c));
  }

  private static boolean isCaseless(int c) {
    return switch (Character.getType(c)) {
      case Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }
}
