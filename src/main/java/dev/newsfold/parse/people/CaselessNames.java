package dev.newsfold.parse.people;

/** Tells names in scripts that have no capitals, where a label says that one stands there. */
final class CaselessNames {
  private static final int MAX_WORDS = 4;

  private CaselessNames() {}

  /** True for two to four words of such a script: नोरा शर्मा, نورة الشمري. */
  private static boolean isFullName(String name) {
    String[] words = name.split(" ", MAX_WORDS + 1);
    return words.length > 1
        && words.length <= MAX_WORDS
        && name.codePoints().allMatch(c -> c == ' ' || c == '-' || isCaseless(c));
  }

  /** The same, or a full name as {@link WesternNames} tells it. */
  static boolean isFullNameOfAnyScript(String name) {
    return WesternNames.isFullName(name) || isFullName(name);
  }

  /**
   * True for a small letter of a script whose names begin with capitals. Georgian has capitals for
   * whole headlines alone (The Unicode Standard, 7.7).
   */
  static boolean isSmall(int c) {
    return Character.isLowerCase(c) && !isGeorgian(c);
  }

  private static boolean isGeorgian(int c) {
    return c >= 0x10a0 && Character.UnicodeScript.of(c) == Character.UnicodeScript.GEORGIAN;
  }

  private static boolean isCaseless(int c) {
    return isGeorgian(c) || isLetterWithoutCase(c);
  }

  private static boolean isLetterWithoutCase(int c) {
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
