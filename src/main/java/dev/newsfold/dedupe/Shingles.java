package dev.newsfold.dedupe;

import java.util.Arrays;

/** Shingle hashes of folded letters ({@link FoldedText#letters}). */
final class Shingles {
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Shingles() {}

  /** Whether most of the letters belong to scripts written without spaces. */
  static boolean mostlyUnspaced(String letters) {
    int without = 0;
    int with = 0;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (FoldedText.unspaced(c)) {
        without++;
      } else if (c != ' ' && (c < '0' || c > '9')) {
        with++;
      }
    }
    // One Han character says about as much as a short word.
    return without * 3 >= with && without > 0;
  }

  /** One hash for every five characters in a row; one for all of a shorter text. */
  static int[] ofCharacters(String letters) {
    int count = 0;
    char[] dense = new char[letters.length()];
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (c != ' ') {
        dense[count++] = c;
      }
    }
    int shingles = Math.max(1, count - Sketch.SHINGLE + 1);
    int width = Math.min(count, Sketch.SHINGLE);
    int[] hashes = new int[shingles];
    for (int i = 0; i < shingles; i++) {
      long h = SEED;
      for (int j = i; j < i + width; j++) {
        h = (h ^ dense[j]) * 0x100000001B3L;
      }
      hashes[i] = (int) (mix(h) >>> 32);
    }
    return hashes;
  }

  /** One hash for every five words in a row; one for all of a shorter text. */
  static int[] ofWords(String letters) {
    long[] words = new long[letters.length() / 2 + 1];
    int count = 0;
    int start = 0;
    for (int i = 0; i <= letters.length(); i++) {
      if (i == letters.length() || letters.charAt(i) == ' ') {
        words[count++] = hash(letters, start, i);
        start = i + 1;
      }
    }
    int shingles = Math.max(1, count - Sketch.SHINGLE + 1);
    int width = Math.min(count, Sketch.SHINGLE);
    int[] hashes = new int[shingles];
    for (int i = 0; i < shingles; i++) {
      long h = SEED;
      for (int j = i; j < i + width; j++) {
        h = mix(h ^ words[j]) * 0x100000001B3L;
      }
      hashes[i] = (int) (mix(h) >>> 32);
    }
    return Arrays.copyOf(hashes, shingles);
  }

  /** 64 bits of a whole text. */
  static long hash(String text) {
    return hash(text, 0, text.length());
  }

  /** 64 bits of a part of a text. */
  static long hash(String text, int start, int end) {
    long h = SEED;
    for (int i = start; i < end; i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
      h ^= h >>> 29;
    }
    return mix(h);
  }

  /** The finaliser of MurmurHash3 (A. Appleby): every input bit reaches every output bit. */
  static long mix(long value) {
    long h = value;
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return h ^ (h >>> 33);
  }
}
