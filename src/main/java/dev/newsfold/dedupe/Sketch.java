package dev.newsfold.dedupe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint of a body, a few kilobytes at most, from which the Jaccard similarity and the
 * containment of two bodies are estimated.
 *
 * <p>It keeps the {@value #KEPT} smallest hashes of the body's shingles: all of them for a short
 * body, so that estimates are exact, and a bottom-k sample for a long one (E. Cohen and H. Kaplan,
 * "Summarizing data using bottom-k sketches", 2007). A shingle is five characters for scripts that
 * are written without spaces, five words for others. The same body gives the same bytes on any
 * machine.
 */
public final class Sketch {
  /** Largest number of shingle hashes kept. */
  static final int KEPT = 512;

  /** Characters or words to a shingle. */
  static final int SHINGLE = 5;

  /** The sketch of no text. */
  public static final Sketch EMPTY =
      new Sketch(false, 0, 0, 0, new int[0], Vocabulary.EMPTY, new byte[0]);

  private static final int BODY_LIMIT = 200_000;

  private final boolean unspaced;
  private final int length;
  private final int shingles;
  private final long digest;
  // Ascending as signed ints.
  private final int[] hashes;
  private final Vocabulary vocabulary;
  // Lines of UTF-8, as they travel: most sketches are handed on without being compared.
  private final byte[] slotLines;
  private @Nullable Set<String> slots;

  Sketch(
      boolean unspaced,
      int length,
      int shingles,
      long digest,
      int[] hashes,
      Vocabulary vocabulary,
      byte[] slotLines) {
    this.unspaced = unspaced;
    this.length = length;
    this.shingles = shingles;
    this.digest = digest;
    this.hashes = hashes;
    this.vocabulary = vocabulary;
    this.slotLines = slotLines;
  }

  /**
   * Sketches a body; of a longer one than 200,000 characters only that much is read. A body that is
   * a script and no prose, as failed extractions leave it, counts as none.
   */
  public static Sketch of(String body) {
    String plain =
        FoldedText.plain(body.length() > BODY_LIMIT ? body.substring(0, BODY_LIMIT) : body);
    String letters = FoldedText.letters(plain);
    if (letters.isEmpty() || SourceCode.is(plain)) {
      return EMPTY;
    }
    boolean unspaced = Shingles.mostlyUnspaced(letters);
    int[] all = unspaced ? Shingles.ofCharacters(letters) : Shingles.ofWords(letters);
    Arrays.sort(all);
    int distinct = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[distinct++] = all[i];
      }
    }
    return new Sketch(
        unspaced,
        letters.length(),
        distinct,
        Shingles.hash(letters),
        Arrays.copyOf(all, Math.min(distinct, KEPT)),
        Vocabulary.of(plain),
        String.join("\n", Slots.ofBody(plain)).getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes that {@link SketchBytes#read} reads. */
  public byte[] toBytes() {
    return SketchBytes.write(this);
  }

  /** Whether there was no text. */
  public boolean isEmpty() {
    return length == 0;
  }

  /** Whether its shingles are of characters, not of words. */
  boolean unspaced() {
    return unspaced;
  }

  /** Letters and digits of the body, in UTF-16 units. */
  public int length() {
    return length;
  }

  /** Number of different shingles in the body. */
  public int shingles() {
    return shingles;
  }

  /** 64 bits that stand for the whole normalised text. */
  long digest() {
    return digest;
  }

  /** Which words the body may have. */
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The kept hashes, ascending as signed ints; not to be changed. */
  int[] hashes() {
    return hashes;
  }

  /** Numbers, dates and names of the body, as far as kept. */
  Set<String> slots() {
    Set<String> known = slots;
    if (known == null) {
      known = new LinkedHashSet<>();
      for (String slot : new String(slotLines, StandardCharsets.UTF_8).split("\n", -1)) {
        if (!slot.isEmpty()) {
          known.add(slot);
        }
      }
      slots = known;
    }
    return known;
  }

  /** The slots as lines of UTF-8; not to be changed. */
  byte[] slotLines() {
    return slotLines;
  }

  /** Shared shingles over all shingles of both, 0 to 1; 0 where either has none. */
  public double jaccard(Sketch other) {
    return overlap(other).jaccard();
  }

  /** The share of this body's shingles that the other one has, 0 to 1. */
  public double containmentIn(Sketch other) {
    return overlap(other).leftInRight();
  }

  /** Both estimates at once. */
  SketchOverlap overlap(Sketch other) {
    return SketchOverlap.of(this, other);
  }

  /**
   * The smallest kept hashes, spread over {@code bins} by their low bits; null bins stay at max.
   */
  int[] minima(int bins) {
    int[] minima = new int[bins];
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (int hash : hashes) {
      int bin = Math.floorMod(hash, bins);
      minima[bin] = Math.min(minima[bin], hash);
    }
    return minima;
  }

  /** The smallest hashes, at most so many. */
  int[] smallest(int count) {
    return Arrays.copyOf(hashes, Math.min(count, hashes.length));
  }

  /** Whether a hash is among those kept. */
  boolean has(int hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  /** One byte for the smallest kept hash of each bin; 0 for an empty bin. */
  byte[] signature(int bins) {
    byte[] signature = new byte[bins];
    int[] minima = minima(bins);
    for (int bin = 0; bin < bins; bin++) {
      if (minima[bin] != Integer.MAX_VALUE) {
        // The low bits tell the bin, the high ones how small the minimum is.
        signature[bin] = (byte) (1 + Long.remainderUnsigned(Shingles.mix(minima[bin]), 255));
      }
    }
    return signature;
  }

  /** Hands out every kept hash. */
  void forEachHash(IntConsumer out) {
    for (int hash : hashes) {
      out.accept(hash);
    }
  }

  /** The mean of a function over the kept hashes; 0 without any. */
  double meanOf(IntUnaryOperator function) {
    long sum = 0;
    for (int hash : hashes) {
      sum += function.applyAsInt(hash);
    }
    return hashes.length == 0 ? 0 : (double) sum / hashes.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sketch sketch && Arrays.equals(toBytes(), sketch.toBytes());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(digest);
  }
}
