package dev.newsfold.dedupe;

import java.util.Arrays;

/**
 * Which words a text may contain: a set of bits, one for the hash of each word, or of each pair of
 * neighbouring characters in scripts without spaces (B. H. Bloom, "Space/time trade-offs in hash
 * coding with allowable errors", 1970, with one hash). What it says a text lacks, the text lacks;
 * what it says a text has, the text lacks as often as bits are set.
 */
final class Vocabulary {
  /** The most bytes of a set; a text of a thousand characters fills a third of it. */
  static final int BYTES = 256;

  /** The set of no text. */
  static final Vocabulary EMPTY = new Vocabulary(new byte[0]);

  /** Bits for a word, as long as there is room. */
  private static final int BITS = 4;

  private final byte[] bits;
  private final int set;

  private Vocabulary(byte[] bits) {
    this.bits = bits;
    int count = 0;
    for (byte b : bits) {
      count += Integer.bitCount(b & 0xFF);
    }
    this.set = count;
  }

  /** Of folded text ({@link FoldedText#plain}). */
  static Vocabulary of(String plain) {
    int[] grams = Grams.of(FoldedText.letters(Numerals.unified(plain)));
    byte[] bits = new byte[Math.min(BYTES, grams.length * BITS / 8 + 1)];
    for (int gram : grams) {
      int bit = bit(gram, bits.length);
      bits[bit >> 3] |= (byte) (1 << (bit & 7));
    }
    return new Vocabulary(bits);
  }

  /** Reads what {@link #toBytes} gave. */
  static Vocabulary fromBytes(byte[] bits) {
    return bits.length == 0 ? EMPTY : new Vocabulary(bits);
  }

  byte[] toBytes() {
    return bits;
  }

  /** Whether the text may have a word; if not, it surely has it not. */
  boolean mayHave(int gram) {
    int bit = bit(gram, bits.length);
    return bits.length > 0 && (bits[bit >> 3] & (1 << (bit & 7))) != 0;
  }

  /** How often it claims a word that the text does not have, 0 to 1. */
  double error() {
    return bits.length == 0 ? 0 : (double) set / (8 * bits.length);
  }

  /**
   * About the share of words that the text has, 0 to 1: with what chance alone would give taken
   * off. 1 where nothing can be told.
   */
  double share(int[] grams) {
    double error = error();
    if (grams.length == 0 || error > 0.9) {
      return 1;
    }
    double found = (double) Arrays.stream(grams).filter(this::mayHave).count() / grams.length;
    return Math.max(0, (found - error) / (1 - error));
  }

  private static int bit(int gram, int bytes) {
    // The hash of a gram is mixed well; its high bits say where it falls.
    return bytes == 0 ? 0 : (int) ((gram & 0xFFFFFFFFL) * (8L * bytes) >>> 32);
  }
}
