package dev.newsfold.dedupe;

import java.util.Arrays;

/**
 * Which words a text may contain: a set of bits, some for each word, or for each pair of
 * neighbouring characters in scripts without spaces (B. H. Bloom, "Space/time trade-offs in hash
 * coding with allowable errors", 1970). What it says a text lacks, the text lacks; what it says a
 * text has, the text may lack, in one of hundreds for a committable and in one of three for a text
 * of two thousand characters.
 */
final class Vocabulary {
  /** The most bytes of a set, with the one that tells how many bits a word has. */
  static final int BYTES = 256;

  /** The set of no text. */
  static final Vocabulary EMPTY = new Vocabulary(new byte[0]);

  /** Bits of the set for a word, as long as there is room. */
  private static final int ROOM = 16;

  /** The most bits that a word sets. */
  private static final int HASHES = 4;

  /** A set that errs as often tells nothing. */
  private static final double USELESS = 0.9;

  // The number of bits of a word, then the set.
  private final byte[] bytes;

  private Vocabulary(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Of folded text ({@link FoldedText#plain}). */
  static Vocabulary of(String plain) {
    int[] grams = Grams.of(FoldedText.letters(Numerals.unified(plain)));
    int size = Math.max(1, Math.min(BYTES - 1, grams.length * ROOM / 8));
    byte[] bytes = new byte[1 + size];
    // As many as leave about half of the bits unset, where each tells most.
    bytes[0] = (byte) Math.max(1, Math.min(HASHES, size * 8 * 7 / (10 * grams.length + 1)));
    for (int gram : grams) {
      for (int i = 0; i < bytes[0]; i++) {
        int bit = bit(gram, i, size);
        bytes[1 + (bit >> 3)] |= (byte) (1 << (bit & 7));
      }
    }
    return new Vocabulary(bytes);
  }

  /**
   * Reads what {@link #toBytes} gave.
   *
   * @throws IllegalArgumentException if a word has no bits, or too many
   */
  static Vocabulary fromBytes(byte[] bytes) {
    if (bytes.length > 0 && (bytes[0] < 1 || bytes[0] > HASHES)) {
      throw new IllegalArgumentException("A vocabulary of " + bytes[0] + " bits a word");
    }
    return bytes.length < 2 ? EMPTY : new Vocabulary(bytes);
  }

  byte[] toBytes() {
    return bytes;
  }

  /** Whether the text may have a word; if not, it surely has it not. */
  boolean mayHave(int gram) {
    if (bytes.length < 2) {
      return false;
    }
    for (int i = 0; i < bytes[0]; i++) {
      int bit = bit(gram, i, bytes.length - 1);
      if ((bytes[1 + (bit >> 3)] & (1 << (bit & 7))) == 0) {
        return false;
      }
    }
    return true;
  }

  /** How often it claims a word that the text does not have, 0 to 1. */
  double error() {
    if (bytes.length < 2) {
      return 0;
    }
    int set = 0;
    for (int i = 1; i < bytes.length; i++) {
      set += Integer.bitCount(bytes[i] & 0xFF);
    }
    return Math.pow((double) set / (8 * (bytes.length - 1)), bytes[0]);
  }

  /**
   * About the share of words that the text has, 0 to 1: with what chance alone would give taken
   * off. 1 where nothing can be told.
   */
  double share(int[] grams) {
    double error = error();
    if (grams.length == 0 || error > USELESS) {
      return 1;
    }
    double found = (double) Arrays.stream(grams).filter(this::mayHave).count() / grams.length;
    return Math.max(0, (found - error) / (1 - error));
  }

  /** How many of some words the text may have and another one surely has not. */
  int alone(int[] grams, Vocabulary other) {
    int alone = 0;
    for (int gram : grams) {
      alone += mayHave(gram) && !other.mayHave(gram) ? 1 : 0;
    }
    return alone;
  }

  private static int bit(int gram, int i, int size) {
    long hash = Shingles.mix(gram + ((long) i << 32)) & 0xFFFFFFFFL;
    return (int) (hash * (8L * size) >>> 32);
  }
}
