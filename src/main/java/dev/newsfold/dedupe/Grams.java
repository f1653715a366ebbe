package dev.newsfold.dedupe;

import java.util.Arrays;

/**
 * What texts are looked up by: words, and pairs of neighbouring characters in scripts without
 * spaces, where a word next to a character makes a pair too.
 */
final class Grams {
  /** Shorter words of scripts with spaces stand in every text. */
  private static final int CONTENT_WORD = 4;

  private Grams() {}

  /** Hashes of the grams of folded letters ({@link FoldedText#letters}), ascending, each once. */
  static int[] of(String letters) {
    return of(letters, 1);
  }

  /** The same without words of fewer than {@value #CONTENT_WORD} letters. */
  static int[] content(String letters) {
    return of(letters, CONTENT_WORD);
  }

  private static int[] of(String letters, int shortest) {
    int[] grams = new int[2 * letters.length()];
    int count = 0;
    int before = -1;
    boolean beforeCharacter = false;
    for (int i = 0; i < letters.length(); ) {
      int c = letters.codePointAt(i);
      if (c == ' ') {
        before = -1;
        i++;
        continue;
      }
      boolean character = FoldedText.unspaced(c);
      int end = character ? i + Character.charCount(c) : wordEnd(letters, i);
      if (!character && end - i >= shortest) {
        grams[count++] = (int) Shingles.hash(letters, i, end);
      }
      if (before >= 0 && (character || beforeCharacter)) {
        grams[count++] = (int) Shingles.hash(letters, before, end);
      }
      before = i;
      beforeCharacter = character;
      i = end;
    }
    return distinct(grams, count);
  }

  private static int wordEnd(String letters, int from) {
    int end = from;
    while (end < letters.length()) {
      int c = letters.codePointAt(end);
      if (c == ' ' || FoldedText.unspaced(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** Those of one ascending array that are not in another. */
  static int[] without(int[] grams, int[] others) {
    return Arrays.stream(grams).filter(gram -> Arrays.binarySearch(others, gram) < 0).toArray();
  }

  private static int[] distinct(int[] grams, int count) {
    Arrays.sort(grams, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || grams[i] != grams[i - 1]) {
        grams[distinct++] = grams[i];
      }
    }
    return Arrays.copyOf(grams, distinct);
  }
}
