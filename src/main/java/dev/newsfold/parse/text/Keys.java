package dev.newsfold.parse.text;

import dev.newsfold.decode.Composed;

/** Texts reduced to what two copies of a headline share: letters and digits, widths made one. */
public final class Keys {
  /** What a key has for a char: itself in lower case, or one of these. */
  private static final char UNKNOWN = 0;

  private static final char NOTHING = 1;

  /** It depends on what stands beside it, or becomes several: the whole text is normalized. */
  private static final char COMPOSED = 2;

  /** Learnt char by char as they come; racing threads write the same. */
  private static final char[] KEY = new char[Character.MAX_VALUE + 1];

  private Keys() {}

  /** Letters and digits in NFKC, lower case; everything else dropped. */
  public static String of(String text) {
    char[] key = new char[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char known = KEY[c];
      if (known == UNKNOWN) {
        known = learn(c);
        KEY[c] = known;
      }
      if (known == COMPOSED) {
        return normalized(text);
      }
      if (known != NOTHING) {
        key[length++] = known;
      }
    }
    return new String(key, 0, length);
  }

  private static String normalized(String text) {
    String same = Composed.nfkc(text);
    StringBuilder key = new StringBuilder(same.length());
    for (int i = 0; i < same.length(); i++) {
      char c = same.charAt(i);
      if (isKept(c)) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  private static boolean isKept(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static char learn(char c) {
    if (Character.isSurrogate(c) || combines(c)) {
      return COMPOSED;
    }
    String same = Composed.nfkc(String.valueOf(c));
    if (same.length() == 1 && isKept(same.charAt(0))) {
      return Character.toLowerCase(same.charAt(0));
    }
    boolean empty = same.chars().noneMatch(s -> isKept((char) s) || combines((char) s));
    return empty ? NOTHING : COMPOSED;
  }

  /** Marks, and the vowels and consonants of Hangul and others that join what is before them. */
  private static boolean combines(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || c >= '\u1100' && c <= '\u11ff'
        || c >= '\ua960' && c <= '\ua97f'
        || c >= '\ud7b0' && c <= '\ud7ff'
        || c >= '\u3130' && c <= '\u318f'
        || c == '\uff9e'
        || c == '\uff9f'
        || c >= '\uffa0' && c <= '\uffdc';
  }
}
