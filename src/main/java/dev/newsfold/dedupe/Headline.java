package dev.newsfold.dedupe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A headline ready for comparison.
 *
 * @param key see {@link HeadlineKey}
 * @param segments keys of its segments, where it has several
 * @param grams pairs of neighbouring characters, or words, of the key
 * @param slots numbers and dates in it
 * @param generic whether it names a column or an error page, not a story
 */
record Headline(
    String key, List<String> segments, Set<String> grams, Set<String> slots, boolean generic) {

  static Headline of(String text, Lore lore, String site) {
    HeadlineParts parts = HeadlineParts.of(text, lore.suffixes(), site);
    String key = parts.key();
    return new Headline(
        key,
        parts.segments().stream().map(FoldedText::letters).toList(),
        grams(key),
        Slots.of(String.join(" ", parts.segments())),
        lore.generic().contains(key));
  }

  /** Shared grams over all grams of both. */
  double jaccard(Headline other) {
    int shared = shared(other);
    int union = grams.size() + other.grams.size() - shared;
    return union == 0 ? 0 : (double) shared / union;
  }

  /** Shared grams over the grams of the shorter headline. */
  double containment(Headline other) {
    int smaller = Math.min(grams.size(), other.grams.size());
    return smaller == 0 ? 0 : (double) shared(other) / smaller;
  }

  private int shared(Headline other) {
    int shared = 0;
    for (String gram : grams) {
      shared += other.grams.contains(gram) ? 1 : 0;
    }
    return shared;
  }

  private static Set<String> grams(String key) {
    Set<String> grams = new HashSet<>();
    if (Shingles.mostlyUnspaced(key)) {
      String dense = key.replace(" ", "");
      for (int i = 0; i + 2 <= dense.length(); i++) {
        grams.add(dense.substring(i, i + 2));
      }
    } else {
      grams.addAll(List.of(key.split(" ", -1)));
    }
    return grams;
  }
}
