package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many short ASCII words, looked for in a text all at once: by their first two letters. */
public final class Phrases {
  private static final int ASCII = 128;
  private static final String[] NONE = {};

  private final String[][] byHead = new String[ASCII * ASCII][];

  private Phrases(Collection<String> phrases) {
    Map<Integer, List<String>> heads = new HashMap<>();
    for (String phrase : phrases) {
      heads.computeIfAbsent(head(phrase, 0), k -> new ArrayList<>()).add(phrase);
    }
    Arrays.fill(byHead, NONE);
    heads.forEach((head, words) -> byHead[head] = words.toArray(NONE));
  }

  /** Words of at least two ASCII chars each. */
  public static Phrases of(Collection<String> phrases) {
    return new Phrases(phrases);
  }

  /** True if the text holds one of them. */
  public boolean isIn(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) < ASCII && text.charAt(i + 1) < ASCII) {
        for (String phrase : byHead[head(text, i)]) {
          if (text.startsWith(phrase, i)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static int head(String text, int at) {
    return text.charAt(at) * ASCII + text.charAt(at + 1);
  }
}
