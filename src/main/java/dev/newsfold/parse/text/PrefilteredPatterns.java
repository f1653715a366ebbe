package dev.newsfold.parse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Several {@link PrefilteredPattern}s that look through the same texts: one pass tells which of
 * them may find anything, by the words that their matches hold.
 */
public final class PrefilteredPatterns {
  private final Phrases words;

  /** Those whose matches need not hold any word may find something in every text. */
  private final long always;

  private PrefilteredPatterns(List<PrefilteredPattern> sieves) {
    List<Set<String>> required = new ArrayList<>();
    long wordless = 0;
    for (PrefilteredPattern sieve : sieves) {
      Set<String> of = RequiredWords.of(sieve.regex());
      wordless |= of.isEmpty() ? 1L << required.size() : 0;
      required.add(of);
    }
    words = Phrases.ofKindsInAnyCase(required);
    always = wordless;
  }

  /** Up to 63 sieves. */
  public static PrefilteredPatterns of(List<PrefilteredPattern> sieves) {
    return new PrefilteredPatterns(sieves);
  }

  /**
   * Which of the sieves may find something in a text: a bit for each, the first sieve's the lowest;
   * not negative.
   */
  public long traces(String text) {
    return always | words.kindsIn(text, 0, text.length());
  }
}
