package dev.newsfold.parse.page.markup;

import java.util.Map;

/**
 * Names in ASCII with what there is to know of each, looked up without making strings of a page.
 */
final class Names {
  private static final int LETTERS = 32;

  /** By length and first letter. */
  private final Known[][] known;

  private record Known(char[] name, int traits) {}

  private static final Known[] NONE = {};

  /**
   * Names in lower case.
   *
   * @param traits bits of what holds for each name
   */
  Names(Map<String, Integer> traits) {
    int longest = traits.keySet().stream().mapToInt(String::length).max().orElse(0);
    known = new Known[(longest + 1) * LETTERS][];
    for (int place = 0; place < known.length; place++) {
      int wanted = place;
      known[place] =
          traits.entrySet().stream()
              .filter(e -> place(e.getKey().length(), e.getKey().charAt(0)) == wanted)
              .map(e -> new Known(e.getKey().toCharArray(), e.getValue()))
              .toArray(Known[]::new);
    }
  }

  /** What holds for the name that stands there, in letters of any case; 0 for any other. */
  int traits(char[] text, int from, int to) {
    int place = from == to ? 0 : place(to - from, text[from]);
    for (Known candidate : place < known.length ? known[place] : NONE) {
      if (equal(candidate.name, text, from)) {
        return candidate.traits;
      }
    }
    return 0;
  }

  private static int place(int length, char first) {
    return length * LETTERS + (first & LETTERS - 1);
  }

  /** True if a name in lower case stands there, in letters of any case; the text is long enough. */
  static boolean equal(char[] name, char[] text, int at) {
    for (int i = 0; i < name.length; i++) {
      char c = text[at + i];
      if (c != name[i] && (c < 'A' || c > 'Z' || (c | 0x20) != name[i])) {
        return false;
      }
    }
    return true;
  }
}
