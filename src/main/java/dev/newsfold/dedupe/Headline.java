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
 * @param grams see {@link Grams}
 * @param content those of them that may tell what it is about
 * @param slots numbers and dates in it
 * @param numerals the values of all numerals in it, also of those that may be none: 一 in 统一
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
    int[] content,
    Set<String> slots,
    Set<String> numerals,
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

  static Headline of(String text, CorpusStatistics statistics, String site) {
    HeadlineParts parts = HeadlineParts.of(text, statistics.suffixes(), site);
    String plain = String.join(" | ", parts.segments());
    String key = parts.key();
    List<String> tokens = new ArrayList<>();
    boolean[] clauses = new boolean[LIMIT];
    String unified = Numerals.unified(plain);
    tokenize(unified, tokens, clauses);
    return new Headline(
        key,
        parts.segments().stream().map(FoldedText::letters).toList(),
        List.copyOf(tokens),
        Arrays.copyOf(clauses, tokens.size()),
        Grams.of(FoldedText.letters(unified)),
        Grams.content(FoldedText.letters(unified)),
        Slots.of(plain),
        Numerals.in(plain),
        parts.correction(),
        parts.truncated(),
        statistics.generic().contains(key)
            || statistics.suffixes().knows(site, key)
            || onlyNumbers(tokens)
            || statistics.generic().contains(HeadlineKey.of(text)));
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
}
