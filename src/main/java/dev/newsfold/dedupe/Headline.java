package dev.newsfold.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A headline ready for comparison.
 *
 * @param key see {@link HeadlineKey}
 * @param segments keys of what stands between its separators
 * @param tokens characters of scripts without spaces, words of others; at most {@value #LIMIT}
 * @param clauses for each token whether it begins a clause: punctuation or a space stands before it
 * @param grams hashes of pairs of neighbouring characters, or of single words; ascending
 * @param slots numbers and dates in it
 * @param correction whether an agency marks it as a correction or update of its own item
 * @param truncated whether it ends in an ellipsis
 * @param generic whether it names a column or an error page, not a story
 */
record Headline(
    String key,
    List<String> segments,
    List<String> tokens,
    boolean[] clauses,
    int[] grams,
    Set<String> slots,
    boolean correction,
    boolean truncated,
    boolean generic) {
  static final int LIMIT = 100;

  private static final Set<String> DATE_WORDS =
      Set.of(
          "年",
          "月",
          "日",
          "jan",
          "feb",
          "mar",
          "apr",
          "may",
          "jun",
          "jul",
          "aug",
          "sep",
          "oct",
          "nov",
          "dec",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  static Headline of(String text, Lore lore, String site) {
    HeadlineParts parts = HeadlineParts.of(text, lore.suffixes(), site);
    String plain = String.join(" | ", parts.segments());
    String key = parts.key();
    List<String> tokens = new ArrayList<>();
    boolean[] clauses = new boolean[LIMIT];
    tokenize(plain, tokens, clauses);
    return new Headline(
        key,
        parts.segments().stream().map(FoldedText::letters).toList(),
        List.copyOf(tokens),
        Arrays.copyOf(clauses, tokens.size()),
        grams(tokens),
        Slots.of(plain),
        parts.correction(),
        parts.truncated(),
        lore.generic().contains(key)
            || lore.suffixes().knows(site, key)
            || onlyNumbers(tokens)
            || lore.generic().contains(HeadlineKey.of(text)));
  }

  /** Shared grams over all grams of both. */
  double jaccard(Headline other) {
    int shared = shared(other);
    int union = grams.length + other.grams.length - shared;
    return union == 0 ? 0 : (double) shared / union;
  }

  /** Shared grams over the grams of the shorter headline. */
  double containment(Headline other) {
    int smaller = Math.min(grams.length, other.grams.length);
    return smaller == 0 ? 0 : (double) shared(other) / smaller;
  }

  /** Whether it is written mostly without spaces. */
  boolean unspaced() {
    return !tokens.isEmpty() && Shingles.mostlyUnspaced(key);
  }

  private int shared(Headline other) {
    int shared = 0;
    int left = 0;
    int right = 0;
    while (left < grams.length && right < other.grams.length) {
      int order = Integer.compare(grams[left], other.grams[right]);
      shared += order == 0 ? 1 : 0;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /** A date or a number alone says nothing: 26-FEB-1987. */
  private static boolean onlyNumbers(List<String> tokens) {
    int others = 0;
    for (String token : tokens) {
      boolean number = Character.isDigit(token.codePointAt(0)) || DATE_WORDS.contains(token);
      others += number ? 0 : 1;
    }
    return others == 0;
  }

  private static void tokenize(String plain, List<String> tokens, boolean[] clauses) {
    boolean gap = true;
    boolean afterWord = false;
    for (int i = 0; i < plain.length() && tokens.size() < LIMIT; ) {
      int c = plain.codePointAt(i);
      if (!FoldedText.counts(c)) {
        // A space between two words is no pause; any sign but a hyphen or an apostrophe is.
        gap |= c == ' ' ? !afterWord : "'’-.·".indexOf(c) < 0;
        i += Character.charCount(c);
        continue;
      }
      int end = i + Character.charCount(c);
      boolean character = FoldedText.unspaced(c);
      if (character) {
        gap |= afterWord && i > 0 && plain.charAt(i - 1) == ' ';
      } else {
        end = wordEnd(plain, end);
      }
      clauses[tokens.size()] = gap;
      tokens.add(plain.substring(i, end));
      afterWord = !character;
      gap = false;
      i = end;
    }
  }

  private static int wordEnd(String plain, int from) {
    int end = from;
    while (end < plain.length()) {
      int c = plain.codePointAt(end);
      if (!FoldedText.counts(c) || FoldedText.unspaced(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static int[] grams(List<String> tokens) {
    int[] grams = new int[2 * tokens.size()];
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      boolean character = FoldedText.unspaced(token.codePointAt(0));
      if (!character) {
        grams[count++] = (int) Shingles.hash(token);
      }
      if (i + 1 < tokens.size()
          && (character || FoldedText.unspaced(tokens.get(i + 1).codePointAt(0)))) {
        grams[count++] = (int) Shingles.hash(token + tokens.get(i + 1));
      }
    }
    int[] sorted = Arrays.copyOf(grams, count);
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, distinct);
  }
}
