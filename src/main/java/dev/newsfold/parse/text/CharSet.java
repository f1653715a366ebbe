package dev.newsfold.parse.text;

import java.util.stream.IntStream;

/** Some chars, with a place for each there is: every char of a page is asked for in it. */
public final class CharSet {
  private final boolean[] holds = new boolean[Character.MAX_VALUE + 1];

  private CharSet(IntStream chars) {
    chars.forEach(c -> holds[c] = true);
  }

  /** Chars below 65,536; half of a surrogate pair is one. */
  public static CharSet of(IntStream chars) {
    return new CharSet(chars);
  }

  public boolean holds(char c) {
    return holds[c];
  }

  /** True if one of them stands anywhere in the text. */
  public boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (holds[text.charAt(i)]) {
        return true;
      }
    }
    return false;
  }
}
